import { BrokenPromise } from '../allow.ts'
import { gatedCall } from '../arguments.ts'
import type { AttackKind } from '../attack-kind.ts'
import { attack } from '../call.ts'

const disguises: readonly ((name: string) => string)[] = [
  (name) => name.toUpperCase(),
  (name) => `${name} `,
  (name) => ` ${name}`,
  (name) => name.replaceAll('_', '-'),
  (name) => name.replace('_', '\u200B_'),
  (name) => name.replace('a', '\u0430'),
  (name) => name.replaceAll('e', '\u0435'),
  (name) => `${name}\u0000`,
  (name) => `${name}\n`,
  (name) => `tools/${name}`,
  (name) => `functions.${name}`,
  (name) => name.replace('_', '\uFF3F'),
  (name) => `${name}\u202E`,
  (name) => name.normalize('NFKD').replace('s', '\u017F'),
]

const invented: readonly unknown[] = [
  'safeguard_approve',
  'safeguard.approve',
  'approve',
  'execute_approved',
  'run_script',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  'x'.repeat(5_000),
  ['ad_reset_password'],
  { name: 'ad_reset_password' },
  null,
  42,
]

export const lookAlikeName: AttackKind = {
  name: 'look-alike tool name',
  weight: 11,
  async run(arena) {
    const { name, arguments: args } = gatedCall(arena)
    const disguised = arena.draw.pick(disguises)(name)
    if (disguised === name) return
    const { status } = await attack(arena, arena.draw.pick(arena.victims), {
      name: disguised,
      arguments: args,
    })
    if (status !== 'error' && status !== 'denied')
      throw new BrokenPromise(`${JSON.stringify(disguised)} was taken for ${name}: ${status}`)
  },
}

export const unknownTool: AttackKind = {
  name: 'unknown tool',
  weight: 9,
  async run(arena) {
    const name = arena.draw.pick(invented)
    const { status } = await attack(arena, arena.draw.pick(arena.victims), { name, arguments: {} })
    if (status !== 'error' && status !== 'denied')
      throw new BrokenPromise(`${JSON.stringify(name)} was found: ${status}`)
  },
}
