import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ValidationError } from '@hub/contracts'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { loadPolicy } from './load-policy.ts'
import { parsePolicy, shippedPolicy } from './parse-policy.ts'

const shipped = shippedPolicy()
const terms = (change = '') =>
  `{approvals: 2, approver: N3, expiresInMinutes: 5, maxDeferralHours: 0, reasonRequired: true, stepUp: true, previewSeen: true${change}}`
const problems = (text: string): string[] => {
  try {
    parsePolicy(text)
    return []
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error
    expect(error.reason).toBe('policy.text')
    return error.fields?.map(({ path, message }) => `${path}: ${message}`) ?? []
  }
}

describe("a policy of one's own", () => {
  it('keeps all that is shipped when it says nothing', () => {
    expect(parsePolicy('version: 1')).toEqual(shipped)
  })

  it('sets terms and hours, and adds rules to the shipped ones', () => {
    const own = parsePolicy(`version: 1
workingHours: { timeZone: UTC, days: [1], from: "00:00", to: "00:00" }
levels: { L3: ${terms()}, L4: ${terms()} }
rules:
  - { name: mine, when: {}, raiseTo: L4 }`)
    expect(own.version).not.toBe(shipped.version)
    expect(own.policy.levels.L3.expiresInMinutes).toBe(5)
    expect(own.policy.workingHours.days).toEqual([1])
    expect(own.policy.rules.slice(0, -1)).toEqual(shipped.policy.rules)
    expect(own.policy.rules.at(-1)?.name).toBe('mine')
  })

  it('may be the whole policy in force, as YAML', () => {
    expect(parsePolicy(stringify(shipped.policy))).toEqual(shipped)
  })

  it.each([
    ['not YAML', 'version: 1\nrules: [', ['text: line 2: cannot be read as YAML: ']],
    ['a key twice', 'version: 1\nrules: []\nrules: []', ['text: line 3: cannot be read as YAML: Map keys']],
    ['another version', '\n\nversion: 2', ['text: line 3: version: ']],
    ['nothing', '', ['text: line 1: ']],
    ['an alias bomb', bomb(), ['text: line 1: cannot be read as YAML']],
    ['brackets without end', '['.repeat(50_000), ['text: line 1: cannot be read as YAML']],
    [
      'a key it does not know',
      'version: 1\nrules:\n  - name: a\n    when: {}\n    raise: L4',
      ['text: line 5: rules.0.raise: is not expected'],
    ],
    [
      'a rule that does nothing',
      'version: 1\nrules:\n  - name: a\n    when: {}',
      ['text: line 3: rules.0: a rule raises, tightens or refuses'],
    ],
    [
      'a weak approver',
      `version: 1\nlevels:\n  L3: ${terms().replace('N3', 'N1')}\n  L4: ${terms()}`,
      ['text: line 3: levels.L3.approver: L3 is approved by N2'],
    ],
    [
      'one person for L4',
      `version: 1\nlevels:\n  L3: ${terms().replace('2', '1')}\n  L4: ${terms().replace('2', '1')}`,
      ['text: line 4: levels.L4.approvals: L4 needs two'],
    ],
    [
      'L4 without proof',
      `version: 1\nlevels:\n  L3: ${terms().replace(', stepUp: true', '')}\n  L4: ${terms().replace(', stepUp: true', '')}`,
      ['text: line 4: levels.L4.stepUp: L4 needs stepUp'],
    ],
    [
      'an L4 that asks less than L3',
      `version: 1\nlevels:\n  L3: ${terms()}\n  L4: ${terms().replace('5', '6')}`,
      ['text: line 4: levels.L4.expiresInMinutes: L4 asks less'],
    ],
    ['a missing level', `version: 1\nlevels:\n  L3: ${terms()}`, ['text: line 2: levels.L4: ']],
    [
      'a place that is no time zone',
      'version: 1\nworkingHours:\n  timeZone: Mars/Olympus\n  days: [1]\n  from: "08:00"\n  to: "18:00"',
      ['text: line 3: workingHours.timeZone: is no time zone'],
    ],
    [
      'a tool that is none',
      rule('tools: [ad_unlock_acount]'),
      ['text: line 5: rules.0.when.tools.0: there is no tool'],
    ],
    [
      'a tool that reads',
      rule('tools: [ad_check_user]'),
      ['text: line 5: rules.0.when.tools.0: ad_check_user only reads'],
    ],
    [
      'an argument that is none',
      rule('arguments: { isPrivat: false }'),
      ['text: line 5: rules.0.when.arguments.isPrivat: no tool has'],
    ],
    [
      'a value that an argument never has',
      rule("arguments: { isPrivate: 'false' }"),
      ['text: line 5: rules.0.when.arguments.isPrivate: isPrivate can never be "false"'],
    ],
    [
      'a fact that no target has',
      rule('target: { priviledged: true }'),
      ['text: line 5: rules.0.when.target.priviledged: no target has a fact priviledged; known: alertName, '],
    ],
    [
      'a fact of the targets of another tool',
      rule('tools: [glpi_close_ticket]\n      target: { privileged: true }'),
      [
        'text: line 6: rules.0.when.target.privileged: no target has a fact privileged; known: clientId, clientName, status',
      ],
    ],
    [
      'a fact of the targets of another level',
      rule('level: L4\n      target: { vip: true }'),
      [
        'text: line 6: rules.0.when.target.vip: no target has a fact vip; known: clientName, deviceCount, path',
      ],
    ],
    [
      'a name that every object has',
      rule('target: { constructor: { not: x } }'),
      ['text: line 5: rules.0.when.target.constructor: no target has a fact constructor; known: '],
    ],
    [
      'a changed shipped rule',
      'version: 1\nrules:\n  - { name: access of a VIP, when: {}, raiseTo: L0 }',
      ['text: line 3: rules.0.name: is the name of a shipped rule'],
    ],
    [
      'a name twice',
      'version: 1\nrules:\n  - { name: a, when: {}, raiseTo: L4 }\n  - { name: a, when: {}, raiseTo: L3 }',
      ['text: line 4: rules.1.name: is the name of another rule'],
    ],
  ])('is refused with %s', (_name, text, expected) => {
    const found = problems(text)
    expect(found.length).toBeGreaterThan(0)
    for (const [index, start] of expected.entries()) expect(found[index]).toContain(start)
  })

  it('is refused with every problem at once', () => {
    expect(problems('version: 2\nworkingHours: 3\nrules: 4')).toHaveLength(3)
  })
})

describe('loadPolicy', () => {
  const file = (text: string) => {
    const path = join(mkdtempSync(join(tmpdir(), 'hub-policy-')), 'policy.yaml')
    writeFileSync(path, text)
    return path
  }

  it('reads the shipped policy, or one of its own', async () => {
    expect(await loadPolicy()).toEqual(shipped)
    expect(await loadPolicy(file('version: 1'))).toEqual(shipped)
  })

  it('names the file, the line and the problem', async () => {
    const path = file('version: 1\nrulez: []')
    await expect(loadPolicy(path)).rejects.toThrow(`policy ${path}: line 2: rulez: is not expected`)
    await expect(loadPolicy(`${path}.none`)).rejects.toThrow('cannot be read')
  })

  it('takes the example of the operations page', async () => {
    const page = readFileSync(new URL('../../../../docs/operations.md', import.meta.url), 'utf8')
    const example = /```yaml\n(version: 1[\s\S]*?)```/.exec(page)?.[1]
    expect(parsePolicy(String(example)).policy.rules.length).toBeGreaterThan(shipped.policy.rules.length)
  })
})

function rule(condition: string): string {
  return `version: 1\nrules:\n  - name: a\n    when:\n      ${condition}\n    raiseTo: L4`
}

/** Ten aliases of ten aliases, nine times: a thousand million values in few lines. */
function bomb(): string {
  const rows = 'bcdefghi'.split('').map((name, index) => {
    const last = 'abcdefgh'[index]
    return `${name}: &${name} [${Array(10).fill(`*${last}`).join(',')}]`
  })
  return [`a: &a [${Array(10).fill('x').join(',')}]`, ...rows].join('\n')
}
