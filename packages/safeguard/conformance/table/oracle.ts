import { type Cell, type Event, type Place, type Role, stateOfPlace } from './cells.ts'

/** What the package must answer: the state afterwards, or the refusal. */
export type Expected = { to: string } | { code: string; reason: string; to: string }

/** One rule; the first one that a cell breaks is the answer. */
type Rule = (cell: Cell) => { code: string; reason: string } | undefined

const rank: Record<Role, number> = {
  requester: 4,
  requesterDelegate: 4,
  N0: 0,
  N1: 1,
  N2: 2,
  N3: 3,
  N4: 4,
  approverAlready: 4,
  deactivated: 4,
  grantGiver: 3,
  workflow: -1,
  mcpClient: -1,
  executor: -1,
}
const forbidden = (reason: string) => ({ code: 'FORBIDDEN', reason })
const conflict = (reason: string) => ({ code: 'CONFLICT', reason })

const inTime: Rule = ({ place }) => (place === 'overdue' ? conflict('approval.expired') : undefined)
const person: Rule = ({ role }) => (rank[role] < 0 ? forbidden('approval.person') : undefined)
const held: Rule = ({ role }) => (role === 'deactivated' ? forbidden('approval.not_held') : undefined)
const notOwn: Rule = ({ role }) => (role === 'requester' ? forbidden('approval.self') : undefined)
const notForRequester: Rule = ({ role }) =>
  role === 'requesterDelegate' ? forbidden('approval.self_delegated') : undefined
const least =
  (wanted: (cell: Cell) => number): Rule =>
  (cell) =>
    rank[cell.role] < wanted(cell) ? forbidden('approval.level') : undefined
const approver = least(({ level }) => (level === 'L3' ? 2 : 3))
const open: Rule = ({ place }) =>
  stateOfPlace(place) === 'pending' ? undefined : conflict(`approval.state.${place}`)
const firstYes: Rule = ({ role, level }) =>
  role === 'approverAlready' && level === 'L4' ? conflict('approval.twice') : undefined
const onlyOwn: Rule = ({ role }) => (role === 'requester' ? undefined : forbidden('approval.cancel_other'))
const needed: Rule = ({ level }) => (level === 'L3' ? conflict('break_glass.needless') : undefined)
const lost: Rule = ({ place }) => (place === 'unknown' ? undefined : conflict('outcome.known'))
const executor: Rule = ({ role }) => (role === 'executor' ? undefined : forbidden('approval.executor'))
const from =
  (...wanted: Place[]): Rule =>
  ({ place }) => {
    if (wanted.includes(place)) return undefined
    const state = stateOfPlace(place)
    return conflict(state === 'pending' ? 'approval.not_approved' : `approval.state.${state}`)
  }

const decides = [inTime, person, held, notOwn, notForRequester, approver, open]
const settles = [person, held, notOwn, approver, lost]

const rules: Record<Event, Rule[]> = {
  approve: [...decides, firstYes],
  reject: decides,
  defer: decides,
  cancel: [inTime, person, held, onlyOwn, open],
  break_glass: [inTime, person, held, notOwn, least(() => 4), needed, open],
  verdict: settles,
  reconcile: settles,
  comment: [person, held, least(() => 1)],
  consume: [executor, from('approved')],
  finish_executed: [executor, from('executing')],
  finish_failed: [executor, from('executing', 'approved')],
  finish_unknown: [executor, from('executing')],
  // The clock asks nobody, and refuses nothing: what is not due stays.
  expire: [],
  // Asking again under a grant opens another request or gives the open one; it never touches this one.
  grant: [],
}

const leadsTo: Record<Event, (cell: Cell) => string> = {
  approve: () => 'approved',
  reject: () => 'rejected',
  defer: () => 'pending+',
  cancel: () => 'cancelled',
  break_glass: () => 'approved',
  verdict: () => 'executed',
  reconcile: () => 'executed',
  comment: ({ place }) => `${stateOfPlace(place)}+`,
  consume: () => 'executing',
  finish_executed: () => 'executed',
  finish_failed: () => 'failed',
  finish_unknown: () => 'unknown',
  expire: ({ place }) => (place === 'overdue' ? 'expired' : stateOfPlace(place)),
  grant: ({ place }) => stateOfPlace(place),
}

/**
 * The whole behaviour of a request in one place. `pending+` means that the state stays and something was written; a
 * refused cell stays as it was, but that any decision on an overdue request ends it.
 */
export function expected(cell: Cell): Expected {
  for (const rule of rules[cell.event]) {
    const refusal = rule(cell)
    if (refusal)
      return { ...refusal, to: refusal.reason === 'approval.expired' ? 'expired' : stateOfPlace(cell.place) }
  }
  return { to: leadsTo[cell.event](cell) }
}
