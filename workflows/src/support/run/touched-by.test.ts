import { describe, expect, it } from 'vitest'
import type { TicketFacts } from './desk.ts'
import { entryKey, requesterEntries, touchedBy } from './touched-by.ts'

const entry: TicketFacts['entries'][number] = {
  kind: 'followup',
  id: 4,
  at: null,
  author: 'Jean Dupont',
  isPrivate: false,
  text: 'jean.dupont',
  byHub: false,
}
const ticket: TicketFacts = {
  id: 1,
  title: 'Mot de passe',
  text: 'Bonjour',
  status: 'new',
  type: 'request',
  urgency: 3,
  priority: 3,
  category: null,
  clientId: 2,
  clientName: 'Clinique',
  requesters: ['Jean Dupont'],
  requesterUsers: [],
  technicians: [],
  openedAt: null,
  updatedAt: null,
  solvedAt: null,
  closedAt: null,
  entries: [],
  missing: [],
  openedByHub: false,
}
const touched = (change: Partial<TicketFacts>, heard: string[] = []) =>
  touchedBy({ ...ticket, ...change }, new Set(heard))

describe('touchedBy', () => {
  it('finds a new ticket free, also with what the Hub wrote', () => {
    expect(touched({})).toBeNull()
    expect(touched({ entries: [{ ...entry, byHub: true }] })).toBeNull()
  })

  it('leaves to people what is theirs', () => {
    expect(touched({ openedByHub: true })).toBe('opened_by_hub')
    expect(touched({ technicians: ['Sophie'] })).toBe('assigned')
    expect(touched({ entries: [{ ...entry, kind: 'task' }] })).toBe('task')
    expect(touched({ entries: [entry] })).toBe('followup')
    for (const status of ['assigned', 'planned', 'pending', 'solved', 'closed', 'other'] as const)
      expect(touched({ status })).toBe('status')
  })

  it('does not count an answer that was heard, but the next one', () => {
    expect(touched({ entries: [entry] }, [entryKey(entry)])).toBeNull()
    expect(touched({ entries: [entry, { ...entry, id: 5 }] }, [entryKey(entry)])).toBe('followup')
  })
})

it('takes for answers only what the requester wrote for all to read', () => {
  const entries = [
    entry,
    { ...entry, id: 5, author: 'Sophie' },
    { ...entry, id: 6, isPrivate: true },
    { ...entry, id: 7, author: null },
    { ...entry, id: 8, kind: 'task' as const },
  ]
  expect(requesterEntries({ ...ticket, entries }).map(({ id }) => id)).toEqual([4])
})
