import type { WorkflowName, WorkflowSwitches } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { cn } from '../../../ui/class-names.ts'

const link =
  'relative text-sm tabular underline underline-offset-2 after:absolute after:-inset-x-1 after:-inset-y-2'

/** How many runs go on, and how many a person has to start again; each opens them. */
export function OpenRuns({
  workflow,
  runs: { open, parked },
}: {
  workflow: WorkflowName
  runs: WorkflowSwitches['runs'][WorkflowName]
}) {
  const { t } = useTranslation('workflows')
  const to = (state: string) => ({ search: `?workflow=${workflow}&state=${state}` })
  return (
    <>
      {open > 0 && (
        <Link to={to('open')} className={cn(link, 'text-accent-ink')}>
          {t('switches.open', { count: open })}
        </Link>
      )}
      {parked > 0 && (
        <Link to={to('parked')} className={cn(link, 'text-warning')}>
          {t('switches.parked', { count: parked })}
        </Link>
      )}
    </>
  )
}
