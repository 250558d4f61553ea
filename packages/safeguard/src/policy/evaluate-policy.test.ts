import type { ActionTarget, PolicyFile } from '@hub/contracts'
import { describe, expect, it } from 'vitest'
import { evaluatePolicy } from './evaluate-policy.ts'
import { parsePolicy, shippedPolicy } from './parse-policy.ts'
import type { PolicyQuestion } from './weigh-rule.ts'

const { policy, version } = shippedPolicy()
const wednesdayAt = (time: string) => new Date(`2026-11-18T${time}:00+01:00`)
const target = (attributes: ActionTarget['attributes']) => ({ attributes })
const reset = (attributes: ActionTarget['attributes'] = {}): PolicyQuestion => ({
  toolName: 'ad_reset_password',
  level: 'L3',
  arguments: { login: 'jean.dupont' },
  target: target(attributes),
  requester: 'user',
  at: wednesdayAt('10:00'),
})
const followup = (isPrivate: boolean): PolicyQuestion => ({
  ...reset(),
  toolName: 'glpi_add_followup',
  level: 'L2',
  arguments: { ticketId: 1, content: 'x', isPrivate },
})
const withRules = (...rules: Partial<PolicyFile['rules'][number]>[]) =>
  parsePolicy(JSON.stringify({ version: 1, rules: rules.map((rule, n) => ({ name: `own ${n}`, ...rule })) }))
    .policy
const ruled = (rule: Partial<PolicyFile['rules'][number]>, question: PolicyQuestion) =>
  evaluatePolicy(withRules(rule), question)

describe('the shipped policy', () => {
  it('has a version made of its content', () => {
    expect(version).toMatch(/^[0-9a-f]{16}$/)
  })

  it('asks one N2 for the password of an ordinary account', () => {
    expect(evaluatePolicy(policy, reset({ privileged: false }))).toMatchObject({
      level: 'L3',
      outcome: 'approval',
      rules: [],
      terms: { approvals: 1, approver: 'N2', expiresInMinutes: 60, reasonRequired: false },
    })
  })

  it('asks two N3 for the password of a privileged account', () => {
    expect(evaluatePolicy(policy, reset({ privileged: true }))).toMatchObject({
      level: 'L4',
      rules: ['access of a privileged account'],
      terms: { approvals: 2, approver: 'N3', expiresInMinutes: 30, stepUp: true, previewSeen: true },
    })
  })

  it('raises whatever is L3 on a privileged account, also a tool to come, and leaves smaller things', () => {
    const question = { ...reset({ privileged: true }), arguments: {} }
    expect(evaluatePolicy(policy, { ...question, toolName: 'ad_make_coffee' }).level).toBe('L4')
    expect(evaluatePolicy(policy, { ...question, toolName: 'ad_make_tea', level: 'L2' }).level).toBe('L2')
    expect(evaluatePolicy(policy, { ...question, toolName: 'ad_unlock_account', level: 'L2' }).level).toBe(
      'L3',
    )
  })

  it('asks an N3 for the password of a VIP', () => {
    expect(evaluatePolicy(policy, reset({ vip: true }))).toMatchObject({
      level: 'L3',
      terms: { approvals: 1, approver: 'N3' },
    })
  })

  it('gates a followup that the client reads, not a private one', () => {
    expect(evaluatePolicy(policy, followup(false)).level).toBe('L3')
    expect(evaluatePolicy(policy, followup(true))).toMatchObject({
      level: 'L2',
      outcome: 'allowed',
      rules: [],
      terms: null,
    })
  })

  it.each([
    ['recipientCount', 9, 'L3'],
    ['recipientCount', 10, 'L4'],
    ['deviceCount', 10, 'L3'],
    ['deviceCount', 11, 'L4'],
  ])('with %s %i is %s', (fact, count, level) => {
    expect(evaluatePolicy(policy, reset({ [fact]: count })).level).toBe(level)
  })

  it('wants a reason outside working hours, and from people that the preview was seen', () => {
    const at = wednesdayAt('19:00')
    expect(evaluatePolicy(policy, { ...reset(), at }).terms).toMatchObject({
      reasonRequired: true,
      previewSeen: true,
    })
    expect(evaluatePolicy(policy, { ...reset(), requester: 'workflow', at }).terms).toMatchObject({
      reasonRequired: true,
      previewSeen: false,
    })
    expect(evaluatePolicy(policy, { ...followup(true), at }).outcome).toBe('allowed')
  })
})

describe('a rule', () => {
  it('never lowers a level', () => {
    expect(ruled({ when: {}, raiseTo: 'L0' }, reset()).level).toBe('L3')
  })

  it('tightens what it names and nothing else', () => {
    const { terms } = ruled(
      { when: {}, terms: { approvals: 3, expiresInMinutes: 90, stepUp: true } },
      reset(),
    )
    expect(terms).toMatchObject({ approvals: 3, expiresInMinutes: 60, stepUp: true, approver: 'N2' })
  })

  it('refuses, whatever the others say', () => {
    const refusing = withRules({ when: {}, refuse: true }, { when: {}, raiseTo: 'L4' })
    expect(evaluatePolicy(refusing, reset())).toMatchObject({ outcome: 'refused', terms: null })
  })

  it.each([
    ['at least', { atLeast: 10 }, 10, true],
    ['at least', { atLeast: 10 }, 9.5, false],
    ['at least, of a text', { atLeast: 10 }, '11', false],
    ['at most', { atMost: 3 }, 3, true],
    ['at most', { atMost: 3 }, 4, false],
    ['a span', { atLeast: 2, atMost: 3 }, 4, false],
    ['one of', { oneOf: ['a', 'b'] }, 'b', true],
    ['one of', { oneOf: ['a', 'b'] }, 'c', false],
    ['not', { not: 'WIDIP' }, 'EHPAD', true],
    ['not', { not: 'WIDIP' }, 'WIDIP', false],
    ['not, of nothing', { not: 'WIDIP' }, null, false],
    ['a text for a boolean', 'true', true, false],
    ['equal', 0, 0, true],
  ])('compares with %s: %j and %j', (_name, wanted, fact, isMatch) => {
    const rule = { when: { target: { container: wanted } }, raiseTo: 'L4' as const }
    expect(ruled(rule, reset({ container: fact })).level).toBe(isMatch ? 'L4' : 'L3')
  })

  it('reads facts of the target only, nothing that every object has', () => {
    const when = { target: { constructor: { not: 'x' } } }
    const rule = { name: 'unread', when, raiseTo: 'L4' as const }
    expect(evaluatePolicy({ ...policy, rules: [...policy.rules, rule] }, reset()).level).toBe('L3')
  })

  it.each([
    ['EHPAD les jardins', undefined, true],
    ['ehpad  Les-Jardins', undefined, true],
    ['Clinique', 'ÉHPAD LES JARDINS', true],
    ['Clinique', null, false],
    ['EHPAD Les Jardins Bis', undefined, false],
  ])('knows the client %j with a ticket of %j', (clientName, ofTicket, isMatch) => {
    const rule = { when: { clients: ['EHPAD Les Jardins'] }, raiseTo: 'L4' as const }
    const question = { ...reset({ clientName }), clientName: ofTicket }
    expect(ruled(rule, question).level).toBe(isMatch ? 'L4' : 'L3')
  })

  it('knows who asks', () => {
    const rule = { when: { requester: 'mcp-client' as const }, raiseTo: 'L4' as const }
    expect(ruled(rule, { ...reset(), requester: 'mcp-client' }).level).toBe('L4')
    expect(ruled(rule, reset()).level).toBe('L3')
  })
})
