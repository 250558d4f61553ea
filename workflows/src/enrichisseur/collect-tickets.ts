import type { glpiSearchTickets } from '@hub/contracts'
import type { z } from 'zod'

type Found = z.infer<typeof glpiSearchTickets.output>
type Line = Found['tickets'][number]
/** The part of the search that is asked: resolved tickets opened in a span, the latest changed first. */
export type SearchResolved = (span: {
  openedSince: string
  openedUntil: string
  limit: number
}) => Promise<Found>

const pageSize = 50
const secondMs = 1_000

/** What is looked for, and where it stops. */
export interface Harvest {
  /** Tickets opened before are left alone. */
  openedSince: Date
  /** Tickets that have not changed since are left alone; null for none. */
  changedSince: Date | null
  until: Date
  /** No more at once; what is left is for the next time. */
  most: number
  /** Those of some tickets that were judged after their last change. */
  judged(lines: readonly Line[]): Promise<ReadonlySet<number>>
}

/**
 * Every resolved ticket to read, by number. The search gives the latest changed 50 of a span of opening dates: a span
 * that may hold more is halved.
 */
export async function collectTickets(
  search: SearchResolved,
  { openedSince, changedSince, until, most, judged }: Harvest,
): Promise<{ ids: number[]; isAll: boolean }> {
  const found = new Set<number>()
  const spans: [number, number][] = [[openedSince.getTime(), until.getTime()]]
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [from, to] = span
    if (found.size >= most) return { ids: inOrder(found), isAll: false }
    const { tickets, total } = await search({
      openedSince: instant(from),
      openedUntil: instant(to),
      limit: pageSize,
    })
    const fresh = tickets.filter((line) => changedAfter(line, changedSince))
    if (total > tickets.length && fresh.length === tickets.length && to - from >= 2 * secondMs) {
      const middle = Math.floor((from + to) / 2 / secondMs) * secondMs
      // The older half is looked at first.
      spans.push([middle + secondMs, to], [from, middle])
      continue
    }
    const known = await judged(fresh)
    for (const { ticketId } of fresh) if (!known.has(ticketId)) found.add(ticketId)
  }
  return { ids: inOrder(found), isAll: true }
}

function changedAfter({ updatedAt }: Line, since: Date | null): boolean {
  return since === null || updatedAt === null || new Date(updatedAt) >= since
}

const inOrder = (ids: ReadonlySet<number>) => [...ids].toSorted((a, b) => a - b)
const instant = (ms: number) => new Date(ms).toISOString()
