import { describe, expect, it } from 'vitest'
import { decideSupport, type SupportFacts } from './decide.ts'

const sure: SupportFacts = {
  classification: { category: 'DEBLOCAGE', confidence: 0.9, reasons: [], language: 'fr' },
  suspicion: { isSuspicious: false, reasons: [] },
  identity: { kind: 'one', login: 'ana.ruiz', how: 'requester_mail' },
  account: { enabled: true, privileged: false, isVip: false },
}
const account = { enabled: true, privileged: false, isVip: false }
const decide = (facts: Partial<SupportFacts>) => decideSupport({ ...sure, ...facts })
const classified = (category: SupportFacts['classification']['category'], confidence = 0.9) => ({
  classification: { ...sure.classification, category, confidence },
})

describe('decideSupport', () => {
  it('acts when nothing speaks against it', () => {
    expect(decide({})).toEqual({ kind: 'unlock', login: 'ana.ruiz' })
    expect(decide(classified('RESET_MDP'))).toEqual({ kind: 'reset', login: 'ana.ruiz' })
    expect(decide(classified('#DIAG'))).toEqual({ kind: 'diagnose' })
  })

  it.each<[string, Partial<SupportFacts>, string]>([
    [
      'suspicious',
      { suspicion: { isSuspicious: true, reasons: [{ rule: 'secrecy', fr: 'f', en: 'e' }] } },
      'secrecy',
    ],
    ['unsure', classified('RESET_MDP', 0.74), 'under_threshold'],
    ['other', classified('AUTRE'), 'for_a_person'],
    ['for somebody else', { identity: { kind: 'someone_else', login: 'b' } }, 'someone_else'],
    ['privileged', { account: { ...account, privileged: true } }, 'privileged_account'],
    ['VIP', { account: { ...account, isVip: true } }, 'vip_account'],
    ['disabled', { account: { ...account, enabled: false } }, 'disabled_account'],
    ['not read', { account: null }, 'account_unread'],
  ])('escalates: %s', (_, facts, rule) => {
    const decision = decide(facts)
    expect(decision.kind).toBe('escalate')
    expect('reasons' in decision && decision.reasons.map((reason) => reason.rule)).toContain(rule)
  })

  it.each<[string, SupportFacts['identity']]>([
    ['nobody', { kind: 'none' }],
    ['several', { kind: 'several', logins: ['a', 'b'] }],
    ['only named in the text', { kind: 'one', login: 'ana.ruiz', how: 'text_name' }],
  ])('asks who it is: %s', (_, identity) => {
    expect(decide({ identity }).kind).toBe('ask_who')
  })

  it('does not even diagnose for a suspicious ticket', () => {
    expect(decide({ ...classified('#DIAG'), suspicion: { isSuspicious: true, reasons: [] } }).kind).toBe(
      'escalate',
    )
  })
})
