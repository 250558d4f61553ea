import type { ApprovalState } from '@hub/contracts'

/** Where a request can be; `overdue` is pending past its expiry, before the sweep has come by. */
export const places = [
  'pending',
  'overdue',
  'approved',
  'rejected',
  'expired',
  'cancelled',
  'executing',
  'executed',
  'failed',
  'unknown',
] as const
export type Place = (typeof places)[number]

export const events = [
  'approve',
  'reject',
  'defer',
  'cancel',
  'break_glass',
  'grant',
  'verdict',
  'reconcile',
  'comment',
  'expire',
  'consume',
  'finish_executed',
  'finish_failed',
  'finish_unknown',
] as const
export type Event = (typeof events)[number]

export const roles = [
  'requester',
  'requesterDelegate',
  'N0',
  'N1',
  'N2',
  'N3',
  'N4',
  'approverAlready',
  'deactivated',
  'grantGiver',
  'workflow',
  'mcpClient',
  'executor',
] as const
export type Role = (typeof roles)[number]

/** L3: one yes of N2. L4: two of N3, with reason, proof of presence and the whole preview seen. */
export const levels = ['L3', 'L4'] as const
export type Level = (typeof levels)[number]

export interface Cell {
  level: Level
  place: Place
  event: Event
  role: Role
}

export const stateOfPlace = (place: Place): ApprovalState => (place === 'overdue' ? 'pending' : place)

/** Nobody does these: the clock, and the same action asked for again under a grant. */
const roleless: Event[] = ['expire', 'grant']

/** Every event by every role on a request of one level in one place. */
export function cellsOf(level: Level, place: Place): Cell[] {
  return events.flatMap((event) => {
    const by: readonly Role[] = roleless.includes(event) ? ['executor'] : roles
    return by.map((role) => ({ level, place, event, role }))
  })
}

/** The same for rows that are written past the code, where a grant is a decision that somebody wrote. */
export function rawCellsOf(level: Level, place: Place): Cell[] {
  return events.flatMap((event) => {
    const by: readonly Role[] = event === 'expire' ? ['executor'] : roles
    return by.map((role) => ({ level, place, event, role }))
  })
}
