import { useQuery } from '@tanstack/react-query'
import { Inbox, RefreshCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { pendingQuery } from '../../../approvals/queries.ts'
import { useLocale } from '../../../i18n/use-locale.ts'
import { errorRequestId, errorSentence } from '../../../lib/error-sentence.ts'
import { useLive } from '../../../lib/live.ts'
import { formatClock } from '../../../lib/time.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { NotificationOffer } from './notification-offer.tsx'
import { QueueFilterBar } from './queue-filter-bar.tsx'
import { QueueList } from './queue-list.tsx'
import { QueueSkeleton } from './queue-skeleton.tsx'
import { SelectionBar } from './selection-bar.tsx'

/** The left pane: the queue, or why there is none. */
export function QueuePane({ selectedId }: { selectedId: string | undefined }) {
  const { t } = useTranslation('safeguard')
  return (
    <nav aria-label={t('queue.title')} className="flex h-full min-h-0 flex-col bg-canvas">
      <StaleNotice />
      <QueueContent selectedId={selectedId} />
      <NotificationOffer />
    </nav>
  )
}

function QueueContent({ selectedId }: { selectedId: string | undefined }) {
  const { t } = useTranslation('safeguard')
  const { t: tUi } = useTranslation('ui')
  const { data, error, refetch } = useQuery(pendingQuery)
  if (!data && error) {
    return (
      <ErrorState
        title={t('queue.failed')}
        message={errorSentence(error, tUi)}
        requestId={errorRequestId(error)}
        onRetry={() => void refetch()}
      >
        {t('queue.failedHelp')}
      </ErrorState>
    )
  }
  if (!data) return <QueueSkeleton />
  if (data.items.length > 0)
    return (
      <>
        <QueueFilterBar />
        <QueueList approvals={data.items} selectedId={selectedId} />
        <SelectionBar approvals={data.items} />
      </>
    )
  return (
    <EmptyState
      icon={Inbox}
      title={t('queue.emptyTitle')}
      action={
        <Button asChild>
          <Link to="/safeguard/history">{t('queue.emptyAction')}</Link>
        </Button>
      }
    >
      {t('queue.empty')}
    </EmptyState>
  )
}

/** Says of when the queue is while the live link is down, or the last reading failed. */
function StaleNotice() {
  const { t } = useTranslation('safeguard')
  const locale = useLocale()
  const isConnected = useLive((live) => live.state === 'connected')
  const { dataUpdatedAt, isRefetchError } = useQuery(pendingQuery)
  if (dataUpdatedAt === 0 || (isConnected && !isRefetchError)) return null
  return (
    <p
      role="status"
      className="flex items-center gap-2 border-b bg-warning-soft px-4 py-1.5 text-warning text-xs tabular"
    >
      <RefreshCw aria-hidden className="size-3.5" strokeWidth={1.75} />
      {t('queue.stale', { time: formatClock(new Date(dataUpdatedAt), locale) })}
    </p>
  )
}
