import { expect, it } from 'vitest'
import { type ActionIdentity, actionDigest } from './digest.ts'

const action: ActionIdentity = {
  toolName: 'ad_reset_password',
  toolVersion: '1',
  arguments: { login: 'jean.dupont', mustChangeAtNextLogon: true },
  target: {
    system: 'ad',
    kind: 'ad_account',
    id: 'guid-1',
    name: 'jean.dupont',
    attributes: { locked: true },
  },
  requesterKey: 'user:u1',
  ticketId: 1234,
  conversationId: null,
  policyVersion: 'p1',
  undoOf: null,
}

it('does not depend on the order of keys, nor on what is only shown', () => {
  const reordered = { ...action, arguments: { mustChangeAtNextLogon: true, login: 'jean.dupont' } }
  expect(actionDigest(reordered)).toBe(actionDigest(action))
  const unlocked = { ...action, target: { ...action.target, name: 'x', attributes: { locked: false } } }
  expect(actionDigest(unlocked)).toBe(actionDigest(action))
  expect(actionDigest(action)).toMatch(/^[0-9a-f]{64}$/)
})

it.each([
  ['tool', { toolName: 'ad_disable_account' }],
  ['version', { toolVersion: '2' }],
  ['argument', { arguments: { login: 'jean.dupont', mustChangeAtNextLogon: false } }],
  ['extra argument', { arguments: { ...action.arguments, extra: null } }],
  ['target', { target: { ...action.target, id: 'guid-2' } }],
  ['requester', { requesterKey: 'user:u2' }],
  ['ticket', { ticketId: 1235 }],
  ['conversation', { conversationId: 'c1' }],
  ['policy', { policyVersion: 'p2' }],
  ['effect it takes back', { undoOf: 'APR-2026-000001' }],
])('changes with the %s', (_name, change) => {
  expect(actionDigest({ ...action, ...change })).not.toBe(actionDigest(action))
})
