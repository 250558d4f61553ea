import type { Accreditation, UserActor } from '@hub/contracts'
import { signAssertion } from '@hub/kernel'
import { createDraw, type Draw } from '@hub/kernel/testing'
import { type ApiClient, signIn } from '../../harness/api-client.ts'
import { actorOf } from '../../harness/call-tool.ts'
import { startTestHub, type TestHub } from '../../harness/start-test-hub.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { ownPayloads } from './payloads.ts'
import { openWorld, type World } from './world.ts'

/** Somebody whose chat or program the attacker steers: the identity is real, everything else is the attacker's. */
export interface Victim {
  name: string
  accreditation: Accreditation
  token(): string
  /** Absent for the key of outside clients. */
  actor?: UserActor
}

/** The whole Hub with its people, the estate around it, and what is allowed to happen. */
export interface Arena {
  hub: TestHub
  draw: Draw
  world: World
  ledger: Ledger
  victims: readonly Victim[]
  /** Sessions of honest people, by login. */
  people: Record<Login, ApiClient>
  payloads: readonly string[]
  /** Numbers that nothing else uses. */
  next(): number
  close(): Promise<void>
}

export const logins = ['lecture', 'mmartin', 'jdupont', 'slegrand', 'abenali', 'pmoreau', 'khora'] as const
export type Login = (typeof logins)[number]

export async function openArena(
  options: { seed?: number; payloads?: readonly string[] } = {},
): Promise<Arena> {
  const hub = await startTestHub({
    model: 'ollama',
    withMail: true,
    env: { RATE_LIMIT_PER_MINUTE: '100000000' },
  })
  const people = {} as Record<Login, ApiClient>
  for (const login of logins) people[login] = await signIn(hub, login)
  const world = await openWorld(hub)
  let number = 0
  return {
    hub,
    draw: createDraw(options.seed),
    world,
    ledger: createLedger(),
    victims: await victimsOf(hub),
    people,
    payloads: [...ownPayloads, ...(options.payloads ?? [])],
    next: () => ++number,
    async close() {
      await world.close()
      await hub.close()
    },
  }
}

async function victimsOf(hub: TestHub): Promise<Victim[]> {
  const secret = String(hub.env.MCP_ASSERTION_SECRET)
  const victims: Victim[] = []
  for (const login of ['lecture', 'mmartin', 'jdupont', 'slegrand'] as const) {
    const actor = await actorOf(hub, login)
    const { accreditation } = actor
    const token = () => signAssertion(secret, { actor, locale: 'fr' })
    victims.push({ name: login, accreditation, actor, token })
  }
  victims.push({ name: 'api key', accreditation: 'N2', token: () => hub.mcpApiKey })
  return victims
}
