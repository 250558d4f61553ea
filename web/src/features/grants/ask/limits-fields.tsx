import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Input, Textarea } from '../../../ui/input.tsx'
import { expiryIn, type GrantFieldsProps } from './grant-draft.ts'

const readyDays = [7, 30, 90]

/** How often, until when, and why. */
export function LimitsFields({ draft, change, errorOf }: GrantFieldsProps) {
  const { t } = useTranslation('grants')
  return (
    <>
      <div className="grid items-start gap-4 sm:grid-cols-[160px_minmax(0,1fr)]">
        <Field label={t('ask.maxUses')} hint={t('ask.maxUsesHint')} error={errorOf('maxUses')}>
          <Input
            inputMode="numeric"
            value={draft.maxUses}
            onChange={(event) => change({ maxUses: event.target.value })}
            className="tabular"
          />
        </Field>
        <div className="flex flex-wrap items-start gap-2">
          <Field label={t('ask.expiresAt')} hint={t('ask.expiresAtHint')} error={errorOf('expiresAt')}>
            <Input
              type="datetime-local"
              value={draft.expiresAt}
              onChange={(event) => change({ expiresAt: event.target.value })}
              className="w-56"
            />
          </Field>
          <fieldset aria-label={t('ask.readyDays')} className="flex gap-1 sm:pt-6">
            {readyDays.map((days) => (
              <Button
                key={days}
                className="max-md:h-11"
                onClick={() => change({ expiresAt: expiryIn(days, new Date()) })}
              >
                {t('ask.days', { count: days })}
              </Button>
            ))}
          </fieldset>
        </div>
      </div>
      <Field label={t('ask.reason')} hint={t('ask.reasonHint')} error={errorOf('reason')}>
        <Textarea
          value={draft.reason}
          maxLength={1000}
          rows={3}
          onChange={(event) => change({ reason: event.target.value })}
        />
      </Field>
    </>
  )
}
