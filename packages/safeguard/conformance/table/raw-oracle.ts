import { type Cell, type Event, type Place, stateOfPlace } from './cells.ts'
import { expected } from './oracle.ts'

/**
 * What the database cannot know. A row says nothing about who wrote it, so these events are refused in the wrong state
 * only, whoever does them; the code refuses the wrong person.
 */
export const blindSpots: Partial<Record<Event, { legalIn: Place[]; why: string }>> = {
  consume: { legalIn: ['approved'], why: 'the row does not name the executor' },
  finish_executed: { legalIn: ['executing'], why: 'only the executor saw what happened' },
  finish_failed: { legalIn: ['executing', 'approved'], why: 'only the executor saw what happened' },
  finish_unknown: { legalIn: ['executing'], why: 'only the executor saw what happened' },
  reconcile: { legalIn: ['unknown'], why: 'the row does not name who looked, nor what the system showed' },
}

/** May a row of this cell be written past the code? */
export function isAcceptedRaw(cell: Cell): boolean {
  const { event, place, level, role } = cell
  const blind = blindSpots[event]
  if (blind) return blind.legalIn.includes(place)
  if (event === 'expire') return place === 'overdue'
  if (event === 'grant') return level === 'L3' && place === 'pending' && role === 'grantGiver'
  return !('reason' in expected(cell))
}

/** State changes that need nobody's decision on record. */
const freeMoves = [
  'overdue expired',
  'approved executing',
  'approved failed',
  'executing executed',
  'executing failed',
  'executing unknown',
]

/** May the state alone be written, with the columns that go with it? */
export function isAcceptedMove(place: Place, to: string): boolean {
  return stateOfPlace(place) === to || freeMoves.includes(`${place} ${to}`)
}
