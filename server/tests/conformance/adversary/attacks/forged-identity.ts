import { randomBytes, randomUUID } from 'node:crypto'
import jwt from 'jsonwebtoken'
import { BrokenPromise } from '../allow.ts'
import type { Arena } from '../arena.ts'
import { gatedCall } from '../arguments.ts'
import type { AttackKind } from '../attack-kind.ts'
import { attack } from '../call.ts'

const executor = (id: string) => ({
  actor: { type: 'workflow', name: 'safeguard', runId: id },
  locale: 'fr',
  approvalId: id,
})
const signing = { algorithm: 'HS256', audience: 'hub-mcp', issuer: 'hub', expiresIn: 60 } as const
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const payload = (hub: unknown) => ({ hub, aud: 'hub-mcp', iss: 'hub', exp: Date.now() / 1000 + 60 })

type Forge = (arena: Arena, hub: object) => string

/** Tokens that no process of the Hub signed for this, now. */
const forgeries: readonly [string, Forge][] = [
  ['another secret', (_arena, hub) => jwt.sign({ hub }, randomBytes(32), signing)],
  ['no signature', (_arena, hub) => `${part({ alg: 'none', typ: 'JWT' })}.${part(payload(hub))}.`],
  ['a cut signature', (_arena, hub) => `${part({ alg: 'HS256', typ: 'JWT' })}.${part(payload(hub))}.AAAA`],
  [
    'a time that is over',
    ({ hub: { env } }, hub) =>
      jwt.sign({ hub }, String(env.MCP_ASSERTION_SECRET), { ...signing, expiresIn: -1 }),
  ],
  [
    'another reader',
    ({ hub: { env } }, hub) =>
      jwt.sign({ hub }, String(env.MCP_ASSERTION_SECRET), { ...signing, audience: 'hub' }),
  ],
  [
    'another algorithm',
    ({ hub: { env } }, hub) =>
      jwt.sign({ hub }, String(env.MCP_ASSERTION_SECRET), { ...signing, algorithm: 'HS512' }),
  ],
  ['the secret of sessions', ({ hub: { env } }, hub) => jwt.sign({ hub }, String(env.JWT_SECRET), signing)],
  [
    'a payload that was changed',
    (arena, hub) => {
      const [head, , seal] = arena.draw
        .pick(arena.victims.filter(({ actor }) => actor))
        .token()
        .split('.')
      return `${head}.${part(payload(hub))}.${seal}`
    },
  ],
  ['the session of a person', ({ people }) => people.khora.token],
  ['nearly the key', ({ hub }) => hub.mcpApiKey.slice(0, -1)],
  ['the key twice', ({ hub }) => `${hub.mcpApiKey}${hub.mcpApiKey}`],
]

export const forgedIdentity: AttackKind = {
  name: 'forged identity',
  weight: 46,
  async run(arena) {
    const { draw, ledger } = arena
    const [what, forge] = draw.pick(forgeries)
    const id = [...ledger.waiting].at(-1) ?? 'APR-2026-000001'
    const boss = { type: 'user', userId: randomUUID(), login: 'khora', displayName: 'K', accreditation: 'N4' }
    const hub = draw.fraction() < 0.5 ? executor(id) : { actor: boss, locale: 'fr' }
    const victim = { name: what, accreditation: 'N0', token: () => forge(arena, hub) } as const
    const { name, arguments: args } = gatedCall(arena)
    const { status } = await attack(arena, victim, { name, arguments: args })
    if (status !== 'unauthorized') throw new BrokenPromise(`${what} was taken as an identity: ${status}`)
  },
}
