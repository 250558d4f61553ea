import type { Approval } from '@hub/contracts'
import { useLocation, useNavigate } from 'react-router'
import { groupOf } from './group-queue.ts'

export const queueFilters = ['all', 'decide', 'deferred', 'mine'] as const
export type QueueFilter = (typeof queueFilters)[number]

/** Reads the filter out of an address; all requests when it names none. */
export function readQueueFilter(search: string): QueueFilter {
  const asked = new URLSearchParams(search).get('show')
  return queueFilters.find((filter) => filter === asked) ?? 'all'
}

/** The requests of the queue that a filter shows to this person. */
export function filterQueue<T extends Approval>(approvals: T[], filter: QueueFilter, userId: string): T[] {
  switch (filter) {
    case 'all':
      return approvals
    case 'decide':
      return approvals.filter((approval) => groupOf(approval) === 'toDecide')
    case 'deferred':
      return approvals.filter((approval) => groupOf(approval) === 'deferred')
    case 'mine':
      return approvals.filter(
        ({ requestedBy }) => requestedBy.type === 'user' && requestedBy.userId === userId,
      )
  }
}

/** The filter of the queue, kept in the address; `search` goes along with every link inside the queue. */
export function useQueueFilter() {
  const { search, pathname } = useLocation()
  const navigate = useNavigate()
  const filter = readQueueFilter(search)
  return {
    filter,
    search: filter === 'all' ? '' : `?show=${filter}`,
    setFilter: (next: QueueFilter) =>
      void navigate({ pathname, search: next === 'all' ? '' : `?show=${next}` }, { replace: true }),
  }
}
