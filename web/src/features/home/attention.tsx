import { type Approval, hasAccreditation } from '@hub/contracts'
import { useQuery } from '@tanstack/react-query'
import { CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { byUrgency } from '../../approvals/by-urgency.ts'
import { Countdown } from '../../approvals/countdown.tsx'
import { pendingQuery } from '../../approvals/queries.ts'
import { QuorumDots } from '../../approvals/quorum-dots.tsx'
import { useToDecide } from '../../approvals/use-to-decide.ts'
import { useText } from '../../i18n/use-locale.ts'
import { errorRequestId, errorSentence } from '../../lib/error-sentence.ts'
import { useMe } from '../../lib/session.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { LevelBadge } from '../../ui/level-badge.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { listClass, quietLink, Section } from './section.tsx'

const shownAtMost = 5

/** What needs the reader now: the requests they can decide, the most urgent first; else their own that wait. */
export function Attention() {
  const { t } = useTranslation('home')
  const { user } = useMe()
  const { data: page } = useQuery(pendingQuery)
  const mayDecide = hasAccreditation(user.accreditation, 'N2')
  const toDecide = useToDecide().toSorted(byUrgency(new Date()))
  const mine = page?.items.filter((approval) => approval.you.canCancel) ?? []
  return (
    <>
      <Section
        title={t('attention.title')}
        aside={
          <Link to="/safeguard" className={quietLink}>
            {t('attention.all')}
          </Link>
        }
      >
        <PendingList
          approvals={toDecide}
          help={t(mayDecide ? 'attention.emptyHelp' : 'attention.emptyReader')}
        />
      </Section>
      {mine.length > 0 && (
        <Section title={t('mine.title')}>
          <ul className={listClass}>
            {mine.slice(0, shownAtMost).map((approval) => (
              <ApprovalRow key={approval.approvalId} approval={approval} />
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function PendingList({ approvals, help }: { approvals: Approval[]; help: string }) {
  const { t } = useTranslation('home')
  const { t: tUi } = useTranslation('ui')
  const { isPending, error, data, refetch } = useQuery(pendingQuery)
  if (isPending) return <Skeleton className="h-32" />
  if (error && !data) {
    return (
      <ErrorState
        title={t('attention.failed')}
        message={errorSentence(error, tUi)}
        requestId={errorRequestId(error)}
        onRetry={() => void refetch()}
        className="max-w-none rounded-card border bg-surface p-4"
      />
    )
  }
  if (approvals.length === 0) {
    return (
      <p className="flex gap-3 rounded-card border bg-surface p-4">
        <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-ok" strokeWidth={1.75} />
        <span>
          {t('attention.empty')} <span className="text-muted">{help}</span>
        </span>
      </p>
    )
  }
  return (
    <ul className={listClass}>
      {approvals.slice(0, shownAtMost).map((approval) => (
        <ApprovalRow key={approval.approvalId} approval={approval} />
      ))}
    </ul>
  )
}

function ApprovalRow({ approval }: { approval: Approval }) {
  const text = useText()
  const { clientName, ticketId } = approval.context
  const place = [clientName, ticketId && `#${ticketId}`].filter(Boolean).join(' · ')
  return (
    <li>
      <Link
        to={`/safeguard/${approval.approvalId}`}
        className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2.5 transition-colors duration-120 hover:bg-hover"
      >
        <LevelBadge level={approval.securityLevel} />
        <span className="min-w-0 flex-1 max-sm:order-first max-sm:basis-full">
          <span className="font-medium">{text(approval.sentence)}</span>
          <span className="ml-2 text-muted text-sm max-sm:ml-0 max-sm:block">{place}</span>
        </span>
        <QuorumDots approval={approval} />
        <Countdown approval={approval} />
      </Link>
    </li>
  )
}
