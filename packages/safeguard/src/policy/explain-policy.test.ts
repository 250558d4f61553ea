import { PolicyExplanation } from '@hub/contracts'
import { expect, it } from 'vitest'
import { explainPolicy } from './explain-policy.ts'
import { parsePolicy } from './parse-policy.ts'
import type { PolicyQuestion } from './weigh-rule.ts'

const loaded = parsePolicy(`version: 1
rules:
  - name: few for Saint-Jean
    title: { fr: Peu pour Saint-Jean, en: Few for Saint-Jean }
    when: { clients: [Clinique Saint-Jean], target: { vip: { not: true } }, outsideWorkingHours: true }
    terms: { approvals: 2 }
  - name: never that one
    when: { tools: [ad_unlock_account], arguments: { login: krbtgt } }
    refuse: true`)
const unlock = (
  login: string,
  attributes: PolicyQuestion['target']['attributes'],
  level: 'L2' | 'L3' = 'L2',
) =>
  explainPolicy(loaded, {
    toolName: 'ad_unlock_account',
    level,
    arguments: { login },
    target: { attributes },
    requester: 'workflow',
    at: new Date('2026-11-18T22:30:00+01:00'),
  })
const ruleOf = ({ rules }: PolicyExplanation, name: string) => rules.find((rule) => rule.name === name)

it('says what was held against what, for every rule', () => {
  const explained = PolicyExplanation.parse(
    unlock('jean', { clientName: 'CLINIQUE SAINT JEAN', vip: true }, 'L3'),
  )
  expect(explained.rules).toHaveLength(loaded.policy.rules.length)
  expect(ruleOf(explained, 'few for Saint-Jean')).toMatchObject({
    matched: false,
    terms: { approvals: 2 },
    conditions: [
      { fact: 'client', expected: 'Clinique Saint-Jean', actual: 'CLINIQUE SAINT JEAN', met: true },
      { fact: 'target.vip', expected: '!= true', actual: 'true', met: false },
      {
        fact: 'outsideWorkingHours',
        expected: 'true',
        actual: 'true (2026-11-18 22:30 Europe/Paris)',
        met: true,
      },
    ],
  })
  expect(ruleOf(explained, 'unlocking a privileged account')?.conditions).toContainEqual({
    fact: 'target.privileged',
    expected: 'true',
    actual: '-',
    met: false,
  })
})

it('tells a call that is allowed', () => {
  expect(unlock('jean', {})).toMatchObject({
    outcome: 'allowed',
    terms: null,
    policyVersion: loaded.version,
    isOutdated: false,
    sentence: { fr: 'Autorisé sans demande : niveau L2.', en: 'Allowed without a request: level L2.' },
  })
})

it('tells a call that is escalated and tightened', () => {
  const { sentence } = unlock('adm', { privileged: true })
  expect(sentence.fr).toBe(
    'Niveau L3 au lieu de L2 (« Déverrouillage d’un compte privilégié ») : une approbation N2 ou plus, un motif. Durci par : « Hors des heures ouvrées ».',
  )
  expect(sentence.en).toBe(
    'Level L3 instead of L2 (“Unlocking a privileged account”): one approval by N2 or above, a reason. Tightened by: “Outside working hours”.',
  )
})

it('tells a call that is refused', () => {
  const { outcome, sentence } = unlock('krbtgt', {})
  expect(outcome).toBe('refused')
  expect(sentence).toEqual({
    fr: 'Refusé, quel que soit l’accord : « never that one ».',
    en: 'Refused, whoever agrees: “never that one”.',
  })
})

it('shows no more than the beginning of a long fact', () => {
  const own = parsePolicy(
    'version: 1\nrules: [{name: a, when: {target: {container: {not: x}}}, raiseTo: L3}]',
  )
  const asked = { toolName: 'ad_unlock_account', level: 'L2' as const, arguments: {}, at: new Date() }
  const explained = explainPolicy(own, {
    ...asked,
    target: { attributes: { container: 'n'.repeat(5_000) } },
    requester: 'user',
  })
  expect(ruleOf(explained, 'a')?.conditions[0]?.actual.length).toBe(120)
})
