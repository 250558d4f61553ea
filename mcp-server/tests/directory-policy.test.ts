import { toolCatalog } from '@hub/contracts'
import { evaluatePolicy, loadPolicy } from '@hub/safeguard'
import { describe, expect, it } from 'vitest'

const { policy } = await loadPolicy()
const effects = [...toolCatalog.values()].filter(({ system, ask }) => system === 'ad' && ask !== undefined)

function levelOf(toolName: string, privileged: boolean): string {
  const level = toolCatalog.get(toolName)?.level
  if (level === undefined) throw new Error(`no tool ${toolName}`)
  const target = {
    system: 'ad' as const,
    kind: 'account',
    id: 'g1',
    name: 'Jean Dupont (jean.dupont)',
    attributes: { privileged, vip: false },
  }
  const asked = { arguments: { login: 'jean.dupont' }, requester: 'user' as const, at: new Date() }
  return evaluatePolicy(policy, { toolName, level, target, ...asked }).level
}

describe('the shipped policy', () => {
  it('knows every effect on the directory', () => {
    expect(effects.map(({ name }) => name).sort()).toEqual([
      'ad_add_to_group',
      'ad_copy_groups_from',
      'ad_create_user',
      'ad_disable_account',
      'ad_enable_account',
      'ad_remove_from_group',
      'ad_reset_password',
      'ad_unlock_account',
    ])
  })

  it.each(effects.map(({ name, level }) => [name, level]))(
    'raises %s on what is privileged',
    (name, level) => {
      expect(levelOf(name, false)).toBe(level)
      expect(levelOf(name, true)).toBe(level === 'L3' ? 'L4' : 'L3')
    },
  )
})
