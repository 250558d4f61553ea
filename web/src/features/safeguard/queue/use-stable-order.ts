import type { Approval } from '@hub/contracts'
import { useState } from 'react'
import { sortedIds } from './group-queue.ts'
import { mergeOrder } from './merge-order.ts'

const isSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((id, i) => id === b[i])

/** Order of the queue: by urgency when it opens, then still, with what arrives at the top; and what arrived. */
export function useStableOrder(approvals: readonly Approval[]) {
  const [first] = useState(() => sortedIds(approvals, new Date()))
  const [order, setOrder] = useState(first)
  const next = mergeOrder(order, sortedIds(approvals, new Date()))
  if (!isSame(order, next)) setOrder(next)
  const atStart = new Set(first)
  return { order: next, arrived: next.filter((id) => !atStart.has(id)) }
}
