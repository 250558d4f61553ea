import { longestMaintenanceDays, type MaintenancePlaces, maintenanceOwners } from '@hub/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useFieldErrors } from '../../../lib/field-errors.ts'
import { Refusal } from '../../../page/refusal.tsx'
import { Field } from '../../../ui/field.tsx'
import { Input } from '../../../ui/input.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { usePlanMaintenance } from './maintenance-api.ts'
import { PlacePicker } from './place-picker.tsx'
import { emptyPlan, type PlanDraft, readPlan, type WrongField } from './plan-draft.ts'
import { PlanSubmit } from './plan-submit.tsx'
import { SpanFields } from './span-fields.tsx'

/** The whole form; what is wrong is said beside its field, and nothing typed is lost. */
export function PlanForm({ places }: { places: MaintenancePlaces }) {
  const { t } = useTranslation('workflows')
  const navigate = useNavigate()
  const plan = usePlanMaintenance()
  const server = useFieldErrors(plan.error)
  const [draft, setDraft] = useState(() => emptyPlan(new Date()))
  const [isTried, setTried] = useState(false)
  const { input, wrong } = readPlan(draft, new Date())
  const change = (part: Partial<PlanDraft>) => {
    plan.reset()
    setDraft({ ...draft, ...part })
  }
  const errorOf = (field: WrongField) => {
    if (!isTried || !wrong.includes(field)) return server.errorOf(field)
    return t(`maintenance.form.wrong.${field}`, { days: longestMaintenanceDays })
  }
  const send = (onDone?: () => void) => {
    if (!input) return
    plan.mutate(input, {
      onSuccess: () => {
        onDone?.()
        void navigate('/workflows/maintenance')
      },
    })
  }
  const fields = { draft, change, errorOf }
  return (
    <form
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (!draft.isEverything) send()
      }}
    >
      <Field
        label={t('maintenance.form.label')}
        hint={t('maintenance.form.labelHint')}
        error={errorOf('label')}
      >
        <Input
          value={draft.label}
          maxLength={120}
          onChange={(event) => change({ label: event.target.value })}
        />
      </Field>
      <div className="flex flex-col items-start gap-1">
        <span className="font-medium text-sm">{t('maintenance.form.by')}</span>
        <Segmented
          label={t('maintenance.form.by')}
          value={draft.by}
          onChange={(by) => change({ by })}
          options={maintenanceOwners.map((by) => ({ value: by, label: t(`maintenance.owner.${by}`) }))}
        />
      </div>
      <SpanFields {...fields} />
      <PlacePicker {...fields} places={places} error={errorOf('sites') ?? server.errorOf('devices')} />
      <Refusal error={server.rest} />
      <PlanSubmit
        draft={draft}
        isReady={input !== null}
        plan={plan}
        onTry={() => setTried(true)}
        onSend={send}
      />
    </form>
  )
}
