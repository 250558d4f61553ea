import { createLogger } from '@hub/kernel'
import { expect, it } from 'vitest'
import { createDirectoryTools } from '../systems/active-directory/index.ts'
import type { EffectTool, Tool, UndoCall } from '../tools/define-tool.ts'
import { undoCallOf } from './undo-call.ts'

const lines: string[] = []
const log = createLogger({ name: 'test' }, { write: (line: string) => void lines.push(line) })
const tools = createDirectoryTools({} as Parameters<typeof createDirectoryTools>[0])
const registry = new Map<string, Tool>(tools.map((tool) => [tool.descriptor.name, tool]))

/** The unlock tool as if its effect could be taken back by this call. */
function undoing(undo: UndoCall | null): EffectTool {
  const tool = registry.get('ad_unlock_account')
  if (tool?.kind !== 'effect') throw new Error('no unlock tool')
  return { ...tool, undo: () => undo }
}
const offered = (undo: UndoCall | null) =>
  undoCallOf({ registry, log }, undoing(undo), { args: { login: 'jean.dupont' }, data: {} })

it('keeps the whole call with its sentence', () => {
  expect(offered({ toolName: 'ad_reset_password', arguments: { login: 'jean.dupont' } })).toEqual({
    toolName: 'ad_reset_password',
    arguments: { login: 'jean.dupont', mustChangeAtNextLogon: true, unlock: true },
    sentence: {
      fr: 'Réinitialiser le mot de passe de jean.dupont',
      en: 'Reset the password of jean.dupont',
    },
  })
})

it('offers nothing where nothing was changed', () => {
  expect(offered(null)).toBeNull()
  expect(lines).toEqual([])
})

it.each([
  ['an unknown tool', { toolName: 'ad_erase', arguments: {} }],
  ['a read', { toolName: 'ad_check_user', arguments: { login: 'jean.dupont' } }],
  ['wrong arguments', { toolName: 'ad_reset_password', arguments: { login: '', force: true } }],
])('offers nothing and says so in the log for %s', (_what, undo) => {
  lines.length = 0
  expect(offered(undo)).toBeNull()
  expect(lines.join()).toContain('no undo offered')
})
