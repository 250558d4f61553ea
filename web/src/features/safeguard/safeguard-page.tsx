import { hasAccreditation } from '@hub/contracts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Navigate, useParams } from 'react-router'
import { pendingQuery } from '../../approvals/queries.ts'
import { useMe } from '../../lib/session.ts'
import { useMedia } from '../../lib/use-media.ts'
import { ContextPane } from './context/context-pane.tsx'
import { DecisionPane, useApproval } from './decision/decision-pane.tsx'
import { NoRight } from './no-right.tsx'
import { sortedIds } from './queue/group-queue.ts'
import { filterQueue, useQueueFilter } from './queue/queue-filter.ts'
import { QueuePane } from './queue/queue-pane.tsx'
import { ViewsBar } from './views-bar.tsx'

/** Queue, decision, context: three panes, two under 1200 px, one after the other on a phone. */
export function SafeguardPage() {
  const { user } = useMe()
  const { approvalId } = useParams()
  return (
    <>
      <ViewsBar view="queue" />
      {hasAccreditation(user.accreditation, 'N1') ? (
        <Panes approvalId={approvalId} />
      ) : (
        <NoRight level={user.accreditation} />
      )}
    </>
  )
}

function Panes({ approvalId }: { approvalId: string | undefined }) {
  const isWide = useMedia('(min-width: 1200px)')
  const isPhone = !useMedia('(min-width: 768px)')
  if (!approvalId) return <QueueOnly isPhone={isPhone} />
  return (
    <div className="flex h-full min-h-0">
      {!isPhone && <QueueColumn selectedId={approvalId} />}
      <div className="min-w-0 flex-1">
        <DecisionPane
          approvalId={approvalId}
          context={(approval) => !isWide && <ContextPane approval={approval} />}
        />
      </div>
      {isWide && <ContextColumn approvalId={approvalId} />}
    </div>
  )
}

function QueueColumn({ selectedId }: { selectedId: string | undefined }) {
  return (
    <div className="w-[360px] shrink-0 border-r max-lg:w-[300px]">
      <QueuePane selectedId={selectedId} />
    </div>
  )
}

/** The queue alone. Beside room for a decision, the most urgent request opens at once. */
function QueueOnly({ isPhone }: { isPhone: boolean }) {
  const { user } = useMe()
  const { filter, search } = useQueueFilter()
  const { data } = useQuery(pendingQuery)
  const [first] = data ? sortedIds(filterQueue(data.items, filter, user.id), new Date()) : []
  if (first && !isPhone) return <Navigate replace to={{ pathname: `/safeguard/${first}`, search }} />
  if (isPhone || data?.items.length === 0) return <QueuePane selectedId={undefined} />
  return (
    <div className="flex h-full min-h-0">
      <QueueColumn selectedId={undefined} />
    </div>
  )
}

function ContextColumn({ approvalId }: { approvalId: string }) {
  const { t } = useTranslation('safeguard')
  const { data } = useApproval(approvalId)
  return (
    <aside aria-label={t('sections.context')} className="scroll-pane w-[340px] shrink-0 border-l bg-canvas">
      {data && <ContextPane approval={data} />}
    </aside>
  )
}
