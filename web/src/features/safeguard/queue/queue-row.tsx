import type { Approval } from '@hub/contracts'
import { MessageSquare } from 'lucide-react'
import { type ComponentProps, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Countdown } from '../../../approvals/countdown.tsx'
import { QuorumDots } from '../../../approvals/quorum-dots.tsx'
import { requesterName } from '../../../approvals/requester-name.ts'
import { useText } from '../../../i18n/use-locale.ts'
import { cn } from '../../../ui/class-names.ts'
import { LevelBadge } from '../../../ui/level-badge.tsx'
import { useQueueFilter } from './queue-filter.ts'
import { toggleSelected, useSelection } from './selection.ts'

export interface QueueRowProps {
  approval: Approval
  isSelected: boolean
  isNew: boolean
  /** Place and measure of the row in a list that draws only what is near the screen. */
  placed?: Pick<ComponentProps<'li'>, 'ref' | 'style'> & { 'data-index': number }
}

/** One request in the queue: the verb sentence first, then where, who asked, how long is left. */
export function QueueRow({ approval, isSelected, isNew, placed }: QueueRowProps) {
  const { t } = useTranslation('safeguard')
  const { t: tApprovals } = useTranslation('approvals')
  const text = useText()
  const { search } = useQueueFilter()
  const isMarked = useSelection(({ ids }) => ids.includes(approval.approvalId))
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (isSelected && !placed) link.current?.scrollIntoView({ block: 'nearest' })
  }, [isSelected, placed])
  const { clientName, ticketId } = approval.context
  const place = [clientName, ticketId !== null && t('queue.ticket', { id: ticketId })]
    .filter(Boolean)
    .join(' · ')
  return (
    <li
      {...placed}
      className={cn(
        'group relative border-b',
        placed ? 'absolute inset-x-0 top-0' : '[contain-intrinsic-size:auto_90px] [content-visibility:auto]',
        isNew && 'arrive',
      )}
    >
      <Link
        ref={link}
        to={{ pathname: `/safeguard/${approval.approvalId}`, search }}
        aria-current={isSelected ? 'true' : undefined}
        className={cn(
          'flex flex-col gap-1 py-2.5 pr-4 pl-10 transition-colors duration-120 hover:bg-hover focus-visible:-outline-offset-2',
          isMarked && 'bg-accent-soft',
          isSelected && 'bg-selected shadow-[inset_2px_0_0_var(--accent)] hover:bg-selected',
        )}
      >
        <span className="line-clamp-2 font-medium">{text(approval.sentence)}</span>
        {place && <span className="truncate text-muted text-sm">{place}</span>}
        <span className="mt-0.5 flex items-center gap-2 text-muted text-xs">
          <LevelBadge level={approval.securityLevel} />
          <span className="min-w-0 flex-1 truncate">
            {t('queue.askedBy', { name: requesterName(approval.requestedBy, tApprovals) })}
          </span>
          <CommentCount count={approval.commentCount} />
          <QuorumDots approval={approval} />
          <Countdown approval={approval} />
        </span>
      </Link>
      {approval.you.canDecide && (
        <label className="absolute inset-y-0 left-0 flex w-10 cursor-pointer justify-center pt-3.5 max-md:pt-3">
          <input
            type="checkbox"
            checked={isMarked}
            onChange={() => toggleSelected(approval.approvalId)}
            aria-label={t('together.select', { sentence: text(approval.sentence) })}
            className="size-4 accent-accent max-md:size-5"
          />
        </label>
      )}
    </li>
  )
}

function CommentCount({ count }: { count: number }) {
  const { t } = useTranslation('safeguard')
  if (count === 0) return null
  return (
    <span className="inline-flex items-center gap-1 tabular">
      <MessageSquare aria-hidden className="size-3.5" strokeWidth={1.75} />
      {count}
      <span className="sr-only">{t('queue.comments', { count })}</span>
    </span>
  )
}
