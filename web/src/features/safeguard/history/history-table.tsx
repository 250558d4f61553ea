import type { Approval } from '@hub/contracts'
import { Siren } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ApprovalStatusBadge } from '../../../approvals/approval-status-badge.tsx'
import { deciderName } from '../../../approvals/decider-name.ts'
import { requesterName } from '../../../approvals/requester-name.ts'
import { useText } from '../../../i18n/use-locale.ts'
import { cn } from '../../../ui/class-names.ts'
import { LevelBadge } from '../../../ui/level-badge.tsx'
import { Moment } from '../../../ui/moment.tsx'
import { StatusBadge } from '../../../ui/status.tsx'

const columns = ['state', 'action', 'client', 'asked', 'decided', 'at'] as const
/** From which width a column has room. */
const roomFor: Record<string, string> = {
  client: 'max-lg:hidden',
  asked: 'max-xl:hidden',
  decided: 'max-xl:hidden',
}

/** Decided requests as rows; on a phone, the state, the sentence and when. */
export function HistoryTable({ approvals, isOld }: { approvals: Approval[]; isOld: boolean }) {
  const { t } = useTranslation('safeguard')
  return (
    <table className={cn('w-full text-left text-sm', isOld && 'opacity-60')}>
      <caption className="sr-only">
        {t('history.title')}. {t('history.order')}
      </caption>
      <thead>
        <tr className="border-b text-muted text-xs max-md:sr-only">
          {columns.map((column) => (
            <th key={column} scope="col" className={cn('px-2 py-2 font-medium', roomFor[column])}>
              {t(`history.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {approvals.map((approval) => (
          <HistoryRow key={approval.approvalId} approval={approval} />
        ))}
      </tbody>
    </table>
  )
}

function HistoryRow({ approval }: { approval: Approval }) {
  const { t } = useTranslation('safeguard')
  const { t: tApprovals } = useTranslation('approvals')
  const text = useText()
  const { context, decisions, outcome } = approval
  const last = decisions.findLast(({ kind }) => kind !== 'defer')
  const deciderOf = (one: (typeof decisions)[number]) => {
    const who = deciderName(one, tApprovals)
    return one.kind === 'grant' ? t('history.byGrant', { who }) : who
  }
  const at = outcome?.finishedAt ?? last?.at ?? approval.expiresAt
  return (
    <tr className="relative h-9 border-b hover:bg-hover max-md:flex max-md:h-auto max-md:flex-wrap max-md:items-center max-md:gap-x-2 max-md:gap-y-1 max-md:py-2.5">
      <td className="w-px whitespace-nowrap px-2 max-md:order-2 max-md:w-auto max-md:px-0">
        <ApprovalStatusBadge approval={approval} />
      </td>
      <td className="px-2 max-md:order-1 max-md:w-full max-md:px-0">
        <span className="flex items-center gap-2 max-md:flex-wrap">
          <Link
            to={`/safeguard/${approval.approvalId}`}
            className="min-w-0 font-medium after:absolute after:inset-0"
          >
            {text(approval.sentence)}
          </Link>
          <span className="relative max-md:hidden">
            <LevelBadge level={approval.securityLevel} />
          </span>
          <BreakGlassMark use={approval.breakGlass} />
        </span>
      </td>
      <td className="px-2 text-muted max-lg:hidden">
        {context.clientName}
        {context.ticketId !== null && <span className="tabular"> · #{context.ticketId}</span>}
      </td>
      <td className="px-2 text-muted max-xl:hidden">{requesterName(approval.requestedBy, tApprovals)}</td>
      <td className="px-2 text-muted max-xl:hidden">{last ? deciderOf(last) : t('history.nobody')}</td>
      <td className="w-px whitespace-nowrap px-2 text-muted max-md:order-3 max-md:w-auto max-md:px-0">
        <Moment at={at} />
      </td>
    </tr>
  )
}

/** That the glass was broken, and whether somebody still has to review it. */
function BreakGlassMark({ use }: { use: Approval['breakGlass'] }) {
  const { t } = useTranslation('safeguard')
  if (!use) return null
  return (
    <StatusBadge tone={use.review ? 'off' : 'danger'} icon={Siren}>
      {t(use.review ? 'history.breakGlass.reviewedMark' : 'history.breakGlass.unreviewedMark')}
    </StatusBadge>
  )
}
