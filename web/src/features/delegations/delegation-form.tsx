import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { emptyStepUp, isProofError, stepUpOf } from '../../approvals/decide/step-up.ts'
import { StepUpField } from '../../approvals/decide/step-up-field.tsx'
import { NativeSelect } from '../../calls/native-select.tsx'
import { colleaguesQuery } from '../../delegations/queries.ts'
import { useFieldErrors } from '../../lib/field-errors.ts'
import { fromLocalInput, toLocalInput } from '../../lib/local-input.ts'
import { useMe } from '../../lib/session.ts'
import { Loaded } from '../../page/loaded.tsx'
import { Refusal } from '../../page/refusal.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input, Textarea } from '../../ui/input.tsx'
import { awayPeriod } from './away-presets.ts'
import { useCreateDelegation } from './change-delegations.ts'
import { PresetButtons } from './preset-buttons.tsx'

const emptyDraft = () => {
  const { startsAt, endsAt } = awayPeriod('today', new Date())
  return {
    to: '',
    startsAt: toLocalInput(startsAt),
    endsAt: toLocalInput(endsAt),
    reason: '',
    proof: emptyStepUp,
  }
}

/** Chooses a colleague and a period, with a proof of presence; what the server refuses is said beside its field. */
export function DelegationForm() {
  const { t } = useTranslation('delegations')
  const { stepUp: way } = useMe()
  const colleagues = useQuery(colleaguesQuery)
  const create = useCreateDelegation()
  const { errorOf, rest } = useFieldErrors(create.error)
  const [draft, setDraft] = useState(emptyDraft)
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part })
  const [startsAt, endsAt] = [fromLocalInput(draft.startsAt), fromLocalInput(draft.endsAt)]
  const reason = draft.reason.trim()
  const isShortReason = reason !== '' && reason.length < 3
  const stepUp = stepUpOf(way, draft.proof)
  const isReady = draft.to !== '' && startsAt !== undefined && endsAt !== undefined && !isShortReason
  const send = () => {
    if (!isReady || !stepUp || create.isPending) return
    const period = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }
    create.mutate(
      { toUserId: draft.to, ...period, stepUp, ...(reason === '' ? {} : { reason }) },
      { onSuccess: () => setDraft(emptyDraft()) },
    )
  }
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <Loaded query={colleagues} failed={t('create.colleaguesFailed')}>
        {({ items }) => (
          <Field
            label={t('create.to')}
            hint={items.length === 0 ? t('create.nobody') : t('create.toHint')}
            error={errorOf('toUserId')}
          >
            <NativeSelect value={draft.to} required onChange={(to) => change({ to })}>
              <option value="">{t('create.choose')}</option>
              {items.map(({ userId, displayName, accreditation }) => (
                <option key={userId} value={userId}>
                  {displayName} ({accreditation})
                </option>
              ))}
            </NativeSelect>
          </Field>
        )}
      </Loaded>
      <PresetButtons
        onChoose={(preset) => {
          const period = awayPeriod(preset, new Date())
          change({ startsAt: toLocalInput(period.startsAt), endsAt: toLocalInput(period.endsAt) })
        }}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t('create.from')} error={errorOf('startsAt')}>
          <Input
            type="datetime-local"
            required
            value={draft.startsAt}
            onChange={(event) => change({ startsAt: event.target.value })}
          />
        </Field>
        <Field label={t('create.until')} error={errorOf('endsAt')}>
          <Input
            type="datetime-local"
            required
            value={draft.endsAt}
            min={draft.startsAt}
            onChange={(event) => change({ endsAt: event.target.value })}
          />
        </Field>
      </div>
      <Field label={t('create.reason')} error={isShortReason ? t('create.shortReason') : errorOf('reason')}>
        <Textarea
          value={draft.reason}
          maxLength={500}
          rows={2}
          placeholder={t('create.reasonHint')}
          onChange={(event) => change({ reason: event.target.value })}
          className="min-h-14"
        />
      </Field>
      <StepUpField draft={draft.proof} onDraft={(proof) => change({ proof })} error={create.error} />
      <Refusal error={isProofError(rest) ? null : rest} />
      {create.isSuccess && (
        <p role="status" className="text-ok text-sm">
          {t('create.done', { name: create.data.to.displayName })}
        </p>
      )}
      <Button
        type="submit"
        variant="primary"
        size="lg"
        busy={create.isPending}
        disabled={!isReady || !stepUp}
        className="self-start max-md:w-full"
      >
        {t('create.submit')}
      </Button>
    </form>
  )
}
