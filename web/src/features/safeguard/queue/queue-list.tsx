import type { Approval } from '@hub/contracts'
import { ArrowUp } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useMe } from '../../../lib/session.ts'
import { useHotkeys } from '../../../lib/use-hotkeys.ts'
import { groupQueue } from './group-queue.ts'
import { LongRows } from './long-rows.tsx'
import { NothingShown } from './nothing-shown.tsx'
import { filterQueue, useQueueFilter } from './queue-filter.ts'
import { QueueRow } from './queue-row.tsx'
import { toggleSelected } from './selection.ts'
import { useStableOrder } from './use-stable-order.ts'

const scrolledPx = 40
/** A group with more rows than this draws only those near the screen. */
const longFrom = 60

/** The queue in its groups. What arrives enters at the top; when the reader has scrolled, a pill says so. */
export function QueueList({
  approvals: all,
  selectedId,
}: {
  approvals: Approval[]
  selectedId: string | undefined
}) {
  const { t } = useTranslation('safeguard')
  const { user } = useMe()
  const { filter } = useQueueFilter()
  const approvals = filterQueue(all, filter, user.id)
  const { order, arrived: arrivedOfAll } = useStableOrder(all)
  const arrived = arrivedOfAll.filter((id) => approvals.some(({ approvalId }) => approvalId === id))
  const [seen, setSeen] = useState<readonly string[]>([])
  const [isScrolled, setScrolled] = useState(false)
  const pane = useRef<HTMLDivElement>(null)
  const groups = groupQueue(approvals, order)
  useQueueKeys(
    groups.flatMap(({ items }) => items),
    selectedId,
  )
  const unseen = isScrolled ? arrived.filter((id) => !seen.includes(id)).length : 0
  const onScroll = () => {
    const isAway = (pane.current?.scrollTop ?? 0) > scrolledPx
    setScrolled(isAway)
    if (isAway !== isScrolled) setSeen(arrived)
  }
  return (
    <div ref={pane} onScroll={onScroll} className="scroll-pane relative min-h-0 flex-1">
      {unseen > 0 && (
        <button
          type="button"
          onClick={() => pane.current?.scrollTo({ top: 0 })}
          className="-translate-x-1/2 sticky top-2 left-1/2 z-10 flex h-7 items-center gap-1.5 rounded-full bg-accent px-3 font-medium text-on-accent text-sm shadow-float"
        >
          <ArrowUp aria-hidden className="size-4" strokeWidth={1.75} />
          {t('queue.arrived', { count: unseen })}
        </button>
      )}
      {groups.length === 0 && <NothingShown />}
      {groups.map(({ group, items }) => (
        <section key={group} aria-labelledby={`queue-${group}`}>
          <h2
            id={`queue-${group}`}
            className="sticky top-0 z-[1] flex items-center gap-2 border-b bg-sunken px-4 py-1.5 font-medium text-muted text-xs"
          >
            {t(`queue.groups.${group}`)}
            <span className="tabular">{items.length}</span>
          </h2>
          {items.length > longFrom ? (
            <LongRows approvals={items} selectedId={selectedId} pane={pane} />
          ) : (
            <ul>
              {items.map((approval) => (
                <QueueRow
                  key={approval.approvalId}
                  approval={approval}
                  isSelected={approval.approvalId === selectedId}
                  isNew={arrived.includes(approval.approvalId)}
                />
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  )
}

/** j and k walk through the queue, x marks the open request. */
function useQueueKeys(approvals: readonly Approval[], selectedId: string | undefined) {
  const navigate = useNavigate()
  const { search } = useQueueFilter()
  const at = approvals.findIndex(({ approvalId }) => approvalId === selectedId)
  const move = (step: 1 | -1) => {
    const next = approvals[at === -1 && step === -1 ? approvals.length - 1 : at + step]
    if (next) void navigate({ pathname: `/safeguard/${next.approvalId}`, search })
  }
  const mark = () => {
    const open = approvals[at]
    if (open?.you.canDecide) toggleSelected(open.approvalId)
  }
  useHotkeys({ j: () => move(1), k: () => move(-1), x: mark })
}
