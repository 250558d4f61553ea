import type { MaintenanceWindow } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../i18n/use-locale.ts'
import { formatClock, formatDate, formatDuration, formatFull } from '../../../lib/time.ts'
import { useNow } from '../../../lib/use-now.ts'
import { Badge } from '../../../ui/badge.tsx'
import { AskButton } from '../steer/ask-button.tsx'
import { useEndMaintenance, useRemoveMaintenance } from './maintenance-api.ts'

const mostNames = 6

/** One planned work: when, what it is about, whose it is, and its end for those who may. */
export function WindowRow({ window, mayPlan }: { window: MaintenanceWindow; mayPlan: boolean }) {
  const { t } = useTranslation('workflows')
  const { label, by, state, plannedBy } = window
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-t px-4 py-3 first:border-t-0 max-md:px-3">
      <div className="flex min-w-0 flex-1 basis-64 flex-col gap-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="min-w-0 break-words font-medium">{label}</span>
          <Badge>{t(`maintenance.owner.${by}`)}</Badge>
        </p>
        <Span window={window} />
        <About window={window} />
        {plannedBy !== null && (
          <p className="text-faint text-xs">{t('maintenance.plannedBy', { name: plannedBy })}</p>
        )}
      </div>
      {mayPlan && state === 'current' && <EndButton window={window} />}
      {mayPlan && state === 'coming' && <RemoveButton window={window} />}
    </li>
  )
}

function Span({ window: { startsAt, endsAt } }: { window: MaintenanceWindow }) {
  const { t } = useTranslation('workflows')
  const locale = useLocale()
  const now = useNow()
  const [from, to] = [new Date(startsAt), new Date(endsAt)]
  const isOneDay = from.toDateString() === to.toDateString()
  const end = isOneDay ? formatClock(to, locale) : formatDate(to, locale, now)
  const words = { from: formatDate(from, locale, now), to: end }
  const full = t('maintenance.span', { from: formatFull(from, locale), to: formatFull(to, locale) })
  return (
    <p className="text-sm tabular" title={full}>
      {t('maintenance.span', words)}
      <span className="text-muted"> ({formatDuration(to.getTime() - from.getTime())})</span>
    </p>
  )
}

function About({ window: { sites, devices, isEverything } }: { window: MaintenanceWindow }) {
  const { t } = useTranslation('workflows')
  if (isEverything) return <p className="text-sm text-warning">{t('maintenance.form.everything')}</p>
  const names = [...sites, ...devices]
  const counts = [
    sites.length > 0 && t('maintenance.sites', { count: sites.length }),
    devices.length > 0 && t('maintenance.devices', { count: devices.length }),
  ].filter(Boolean)
  const shown = names.slice(0, mostNames).join(', ')
  return (
    <p className="break-words text-muted text-sm" title={names.join(', ')}>
      {counts.join(', ')} : {names.length > mostNames ? `${shown}…` : shown}
    </p>
  )
}

function EndButton({ window: { id, label } }: { window: MaintenanceWindow }) {
  const { t } = useTranslation('workflows')
  const change = useEndMaintenance(id)
  return (
    <AskButton
      size="sm"
      open={t('maintenance.end')}
      label={t('maintenance.endOf', { label })}
      title={t('maintenance.endTitle', { label })}
      help={t('maintenance.endHelp')}
      submit={t('maintenance.end')}
      change={change}
      onSubmit={(_reason, onDone) => change.mutate(undefined, { onSuccess: onDone })}
    />
  )
}

function RemoveButton({ window: { id, label } }: { window: MaintenanceWindow }) {
  const { t } = useTranslation('workflows')
  const change = useRemoveMaintenance(id)
  return (
    <AskButton
      size="sm"
      variant="danger"
      open={t('maintenance.remove')}
      label={t('maintenance.removeOf', { label })}
      title={t('maintenance.removeTitle', { label })}
      help={t('maintenance.removeHelp')}
      submit={t('maintenance.remove')}
      change={change}
      onSubmit={(_reason, onDone) => change.mutate(undefined, { onSuccess: onDone })}
    />
  )
}
