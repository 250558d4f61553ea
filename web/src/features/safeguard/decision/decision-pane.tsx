import type { Approval } from '@hub/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { isOpen } from '../../../approvals/approval-status.ts'
import { CountdownAnnouncer } from '../../../approvals/countdown-announcer.tsx'
import { DecisionBar } from '../../../approvals/decide/decision-bar.tsx'
import { usePreviewSeen } from '../../../approvals/decide/use-preview-seen.ts'
import { approvalQuery, pendingQuery } from '../../../approvals/queries.ts'
import { errorRequestId, errorSentence } from '../../../lib/error-sentence.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useQueueFilter } from '../queue/queue-filter.ts'
import { BreakGlass } from './break-glass-dialog.tsx'
import { DecisionSections } from './decision-sections.tsx'
import { DecisionSkeleton } from './decision-skeleton.tsx'
import { useLooking } from './use-looking.ts'

interface DecisionPaneProps {
  approvalId: string
  /** Shown after the sections where there is no third pane. */
  context: (approval: Approval) => ReactNode
}

/** The request to decide, read live; it stays after the decision and follows the action to its outcome. */
export function DecisionPane({ approvalId, context }: DecisionPaneProps) {
  const { t } = useTranslation('approvals')
  const { t: tUi } = useTranslation('ui')
  const { data, error, refetch } = useApproval(approvalId)
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface">
      <BackToQueue />
      {data && <LoadedPane key={approvalId} approval={data} context={context(data)} />}
      {!data && !error && <DecisionSkeleton />}
      {!data && error && (
        <ErrorState
          title={t('loadFailed')}
          message={errorSentence(error, tUi)}
          requestId={errorRequestId(error)}
          onRetry={() => void refetch()}
        />
      )}
    </div>
  )
}

/** Somebody else's lease on the request may end without a word. */
const viewersMs = 45_000

/** The request by its id; until it is read, as the queue knows it. */
export function useApproval(approvalId: string) {
  const client = useQueryClient()
  return useQuery({
    ...approvalQuery(approvalId),
    refetchInterval: ({ state }) => (state.data && state.data.viewers.length > 0 ? viewersMs : false),
    placeholderData: () =>
      client.getQueryData(pendingQuery.queryKey)?.items.find((one) => one.approvalId === approvalId),
  })
}

function LoadedPane({ approval, context }: { approval: Approval; context: ReactNode }) {
  const effect = useRef<HTMLElement>(null)
  const preview = usePreviewSeen(effect, approval)
  useLooking(approval.approvalId, isOpen(approval))
  return (
    <>
      <div className="scroll-pane min-h-0 flex-1">
        <DecisionSections approval={approval} effect={effect} />
        {context}
      </div>
      <CountdownAnnouncer approval={approval} />
      <div className="scroll-pane max-h-[62dvh] shrink-0 border-t bg-surface px-4 py-3 empty:hidden md:px-6">
        <DecisionBar approval={approval} preview={preview}>
          <BreakGlass approval={approval} />
        </DecisionBar>
      </div>
    </>
  )
}

function BackToQueue() {
  const { t } = useTranslation('safeguard')
  const { search } = useQueueFilter()
  return (
    <Link
      to={{ pathname: '/safeguard', search }}
      className="flex h-11 shrink-0 items-center gap-2 border-b px-4 text-muted text-sm md:hidden"
    >
      <ArrowLeft aria-hidden className="size-4" strokeWidth={1.75} />
      {t('queue.back')}
    </Link>
  )
}
