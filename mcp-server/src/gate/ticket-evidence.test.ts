import type { ActionTarget } from '@hub/contracts'
import { expect, it } from 'vitest'
import { ticketEvidence } from './ticket-evidence.ts'

const target: ActionTarget = {
  system: 'ad',
  kind: 'account',
  id: 'guid-1',
  name: 'Jean Dupont (jean.dupont)',
  attributes: { clientName: 'EHPAD Les Jardins' },
}
const english = (ticket: Parameters<typeof ticketEvidence>[0], of = target) =>
  ticketEvidence(ticket, of).map((text) => text.en)

it('says when the requester owns the account, whatever the order of the names', () => {
  const ticket = { clientName: 'EHPAD Les Jardins', requesters: ['Dupont Jean'] }
  expect(english(ticket)).toEqual(['The requester of the ticket, Dupont Jean, is the owner of the account.'])
})

it('warns when somebody else asks, and when the client is another one', () => {
  const ticket = { clientName: 'Clinique Saint-Jean', requesters: ['Jean Durand'] }
  expect(english(ticket)).toEqual([
    expect.stringContaining('is not the owner of the account'),
    'Careful: the ticket is from Clinique Saint-Jean, the target from EHPAD Les Jardins.',
  ])
})

it('has nothing to say without facts, or about another kind of target', () => {
  expect(english({ clientName: null, requesters: [] })).toEqual([])
  const ticketTarget: ActionTarget = { ...target, system: 'glpi', kind: 'ticket' }
  expect(english({ clientName: 'EHPAD Les Jardins', requesters: ['Jean Durand'] }, ticketTarget)).toEqual([])
})
