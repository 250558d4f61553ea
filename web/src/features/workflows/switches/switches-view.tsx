import type { WorkflowSwitches } from '@hub/contracts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Loaded } from '../../../page/loaded.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { switchesQuery } from '../workflows-api.ts'
import { NoWorkerNotice } from './no-worker-notice.tsx'
import { SwitchCard } from './switch-card.tsx'

/** Whether the workflows run, write and have somebody to run them. */
export function SwitchesView() {
  const { t } = useTranslation('workflows')
  const query = useQuery(switchesQuery)
  return (
    <Loaded query={query} failed={t('switches.failed')} skeleton={<Skeleton className="h-24" />}>
      {(switches) => <Switches switches={switches} />}
    </Loaded>
  )
}

function Switches({ switches }: { switches: WorkflowSwitches }) {
  const { t } = useTranslation('workflows')
  return (
    <>
      <NoWorkerNotice switches={switches} />
      <section
        aria-label={t('switches.label')}
        className="grid gap-px overflow-hidden rounded-card border bg-line lg:grid-cols-3"
      >
        {switches.items.map((item) => (
          <SwitchCard key={item.workflow} item={item} runs={switches.runs[item.workflow]} />
        ))}
      </section>
    </>
  )
}
