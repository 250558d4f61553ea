import type { Approval } from '@hub/contracts'
import { useMemo, useState } from 'react'
import { sortedIds } from './group-queue.ts'
import { mergeOrder } from './merge-order.ts'

const isSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((id, i) => id === b[i])

/** Order of the queue: by urgency when it opens, then still, with what arrives at the top; and what arrived. */
export function useStableOrder(approvals: readonly Approval[]) {
  const sorted = useMemo(() => sortedIds(approvals, new Date()), [approvals])
  const [first] = useState(sorted)
  const [order, setOrder] = useState(first)
  const next = mergeOrder(order, sorted)
  if (!isSame(order, next)) setOrder(next)
  const atStart = new Set(first)
  return { order: next, arrived: next.filter((id) => !atStart.has(id)) }
}
