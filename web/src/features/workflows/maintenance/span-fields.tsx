import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Input } from '../../../ui/input.tsx'
import { endAfter, type PlanDraft, type WrongField } from './plan-draft.ts'

const readyHours = [1, 2, 4, 8]

export interface PlanFieldsProps {
  draft: PlanDraft
  change: (part: Partial<PlanDraft>) => void
  errorOf: (field: WrongField) => string | undefined
}

/** From when to when, in the zone of the reader. */
export function SpanFields({ draft, change, errorOf }: PlanFieldsProps) {
  const { t } = useTranslation('workflows')
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const zone = t('maintenance.form.zone', { zone: timeZone.replaceAll('_', ' ') })
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
      <Field label={t('maintenance.form.startsAt')} hint={zone} error={errorOf('startsAt')}>
        <Input
          type="datetime-local"
          value={draft.startsAt}
          onChange={(event) => change({ startsAt: event.target.value })}
          className="w-56 max-sm:w-full"
        />
      </Field>
      <Field label={t('maintenance.form.endsAt')} error={errorOf('endsAt')}>
        <Input
          type="datetime-local"
          value={draft.endsAt}
          onChange={(event) => change({ endsAt: event.target.value })}
          className="w-56 max-sm:w-full"
        />
      </Field>
      <fieldset aria-label={t('maintenance.form.lasts')} className="flex gap-1 sm:pt-6">
        {readyHours.map((hours) => (
          <Button
            key={hours}
            className="max-md:h-11"
            onClick={() => change({ endsAt: endAfter(draft, hours) })}
          >
            {t('maintenance.form.hours', { count: hours })}
          </Button>
        ))}
      </fieldset>
    </div>
  )
}
