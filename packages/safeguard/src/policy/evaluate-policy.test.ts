import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { evaluatePolicy, type PolicyQuestion } from './evaluate-policy.ts'
import { loadPolicy } from './load-policy.ts'

const { policy, version } = await loadPolicy()
const target = (attributes: Record<string, string | boolean>) => ({
  system: 'ad' as const,
  kind: 'ad_account',
  id: 'g1',
  name: 'jean.dupont',
  attributes,
})
const reset = (privileged: boolean): PolicyQuestion => ({
  toolName: 'ad_reset_password',
  level: 'L3',
  arguments: { login: 'jean.dupont' },
  target: target({ privileged }),
})

describe('the shipped policy', () => {
  it('has a version made of its content', () => {
    expect(version).toMatch(/^[0-9a-f]{16}$/)
  })

  it('asks one N2 for the password of an ordinary account', () => {
    expect(evaluatePolicy(policy, reset(false))).toMatchObject({
      level: 'L3',
      rules: [],
      terms: { approvals: 1, approver: 'N2', expiresInMinutes: 60 },
    })
  })

  it('asks two N3 for the password of a privileged account', () => {
    expect(evaluatePolicy(policy, reset(true))).toMatchObject({
      level: 'L4',
      rules: ['access of a privileged account'],
      terms: { approvals: 2, approver: 'N3', expiresInMinutes: 30 },
    })
  })

  it('gates a followup that the client reads, not a private one', () => {
    const followup = (isPrivate: boolean): PolicyQuestion => ({
      toolName: 'glpi_add_followup',
      level: 'L2',
      arguments: { ticketId: 1, content: 'x', isPrivate },
      target: { ...target({}), system: 'glpi', kind: 'glpi_ticket' },
    })
    expect(evaluatePolicy(policy, followup(false)).level).toBe('L3')
    expect(evaluatePolicy(policy, followup(true))).toEqual({ level: 'L2', rules: [], terms: null })
  })

  it('never lowers a level, whatever the rule says', () => {
    const lowering = { ...policy, rules: [{ name: 'free', when: {}, raiseTo: 'L0' as const }] }
    expect(evaluatePolicy(lowering, reset(false)).level).toBe('L3')
  })
})

describe("a policy of one's own", () => {
  it('keeps the shipped rules, even when it has none', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'hub-policy-')), 'policy.yaml')
    const terms = (approver: string, approvals: number) => ({
      approvals,
      approver,
      expiresInMinutes: 5,
      maxDeferralHours: 0,
      reasonRequired: false,
    })
    const levels = { L3: terms('N2', 1), L4: terms('N3', 2) }
    writeFileSync(path, JSON.stringify({ version: 1, levels, rules: [] }))
    const own = await loadPolicy(path)
    expect(own.version).not.toBe(version)
    expect(evaluatePolicy(own.policy, reset(true))).toMatchObject({
      level: 'L4',
      terms: { expiresInMinutes: 5 },
    })
    const followup = { toolName: 'glpi_add_followup', level: 'L2' as const, arguments: { isPrivate: false } }
    expect(evaluatePolicy(own.policy, { ...followup, target: target({}) }).level).toBe('L3')
  })
})

describe('loadPolicy', () => {
  const file = (text: string) => {
    const path = join(mkdtempSync(join(tmpdir(), 'hub-policy-')), 'policy.yaml')
    writeFileSync(path, text)
    return path
  }
  const terms = (approver: string, approvals: number) =>
    `{approvals: ${approvals}, approver: ${approver}, expiresInMinutes: 5, maxDeferralHours: 0, reasonRequired: false}`

  it.each([
    ['no levels', 'version: 1\nrules: []', 'levels'],
    ['not YAML', ': [', 'cannot be read as YAML'],
    [
      'a weak approver',
      `version: 1\nlevels: {L3: ${terms('N0', 1)}, L4: ${terms('N3', 2)}}\nrules: []`,
      'L3 is approved',
    ],
    [
      'one person for L4',
      `version: 1\nlevels: {L3: ${terms('N2', 1)}, L4: ${terms('N3', 1)}}\nrules: []`,
      'two approvals',
    ],
  ])('refuses %s', async (_name, text, message) => {
    await expect(loadPolicy(file(text))).rejects.toThrow(message)
  })
})
