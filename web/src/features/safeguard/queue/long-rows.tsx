import type { Approval } from '@hub/contracts'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import { QueueRow } from './queue-row.tsx'

const rowPx = 90

interface LongRowsProps {
  approvals: Approval[]
  selectedId: string | undefined
  pane: RefObject<HTMLDivElement | null>
}

/** A long group of the queue: only the rows near the screen exist. */
export function LongRows({ approvals, selectedId, pane }: LongRowsProps) {
  const list = useRef<HTMLUListElement>(null)
  const [scrollMargin, setScrollMargin] = useState(0)
  useEffect(() => setScrollMargin(list.current?.offsetTop ?? 0), [])
  const rows = useVirtualizer({
    count: approvals.length,
    getScrollElement: () => pane.current,
    estimateSize: () => rowPx,
    getItemKey: (index) => approvals[index]?.approvalId ?? index,
    overscan: 8,
    scrollMargin,
  })
  const showSelected = useEffectEvent((id: string) => {
    const index = approvals.findIndex(({ approvalId }) => approvalId === id)
    if (index >= 0) rows.scrollToIndex(index, { align: 'auto' })
  })
  useEffect(() => {
    if (selectedId) showSelected(selectedId)
  }, [selectedId])
  return (
    <ul ref={list} className="relative" style={{ height: rows.getTotalSize() }}>
      {rows.getVirtualItems().map(({ index, key, start }) => {
        const approval = approvals[index]
        if (!approval) return null
        return (
          <QueueRow
            key={key}
            approval={approval}
            isSelected={approval.approvalId === selectedId}
            isNew={false}
            placed={{
              ref: rows.measureElement,
              style: { transform: `translateY(${start - scrollMargin}px)` },
              'data-index': index,
            }}
          />
        )
      })}
    </ul>
  )
}
