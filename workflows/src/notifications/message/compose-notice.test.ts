import type { EventType, HubEvent } from '@hub/contracts'
import { expect, it } from 'vitest'
import { composeNotice } from './compose-notice.ts'
import { kindOf } from './notice-kinds.ts'
import type { RequestFacts } from './request-facts.ts'

const request: RequestFacts = {
  approvalId: 'APR-2026-000123',
  level: 'L4',
  state: 'pending',
  expiresAt: new Date('2026-11-20T13:05:00Z'),
  sentence: { fr: 'Réinitialiser', en: 'Reset' },
  requester: 'Ada',
  target: 'jean.dupont',
  clientName: null,
  ticketId: null,
  ticketTitle: null,
  deciders: ['Boss', 'Other'],
}

function compose(type: EventType, data: Record<string, unknown>, language: 'fr' | 'en' = 'en') {
  const event: HubEvent = { type, id: 1, at: '2026-11-20T12:00:00.000Z', data }
  const kind = kindOf(event)
  if (!kind) return undefined
  const style = { language, timeZone: 'Europe/Paris', publicUrl: 'https://hub.example' }
  return composeNotice({ id: 'msg_1', kind, event, request }, style)
}

it.each([
  ['safeguard:request_escalated', { tell: 'N3' }, 'Still waiting for a decision', ['Group asked', 'N3']],
  ['safeguard:request_approved', { state: 'approved' }, 'Request approved', ['Decided by', 'Boss, Other']],
  ['safeguard:break_glass', { displayName: 'Chief' }, 'BREAK-GLASS USED', ['Decided by', 'Chief']],
  [
    'safeguard:break_glass_reviewed',
    { verdict: 'not_justified' },
    'Break-glass reviewed',
    ['Verdict', 'not justified'],
  ],
  ['safeguard:request_unknown', {}, 'Unknown outcome, somebody must look', ['Asked by', 'Ada']],
] as const)('words %s', (type, data, headline, [label, value]) => {
  const notice = compose(type, data)
  expect(notice).toMatchObject({
    headline,
    level: 'L4',
    link: { url: 'https://hub.example/safeguard/APR-2026-000123' },
  })
  expect(notice?.facts).toContainEqual({ label, value })
})

it('gives the expiry in the time of the zone, and says which', () => {
  expect(compose('safeguard:new_request', {}, 'fr')?.facts).toContainEqual({
    label: 'Expire le',
    value: '20/11/2026 14:05 UTC+1',
  })
})

it('tells no first yes of two, and nothing that no channel can ask for', () => {
  expect(compose('safeguard:request_approved', { state: 'pending' })).toBeUndefined()
  expect(compose('safeguard:secret_revealed', {})).toBeUndefined()
  expect(compose('workflow:error', {})).toBeUndefined()
})
