import { randomUUID } from 'node:crypto'
import { type Accreditation, accreditations, type HubEvent, type UserActor } from '@hub/contracts'
import { type Clock, createLogger, createMemoryBus } from '@hub/kernel'
import { createDb, type Db } from '@hub/prisma'
import { createTestDatabase } from '@hub/prisma/testing'
import type { ApprovalRow } from '../src/approvals/approval-row.ts'
import { type ActionRequest, requestApproval } from '../src/approvals/request-approval.ts'
import type { SafeguardContext } from '../src/context.ts'
import { loadPolicy } from '../src/policy/load-policy.ts'
import { seePreview } from '../src/views/see-preview.ts'

export const minuteMs = 60_000
export const { policy, version: policyVersion } = await loadPolicy()

/** The gate on a database of its own, with a clock that tests move. */
export interface OpenGate {
  ctx: SafeguardContext
  /** Moves the clock forward. */
  forward(ms: number): void
  /** What the bus has carried, oldest first. */
  events: HubEvent[]
  close(): Promise<void>
}

export async function openGate(): Promise<OpenGate> {
  const database = await createTestDatabase()
  const log = createLogger({ name: 'test', level: 'silent' })
  const db = createDb({ url: database.url, poolSize: 5 })
  await moveIn(db)
  const bus = createMemoryBus(log)
  const events: HubEvent[] = []
  bus.subscribe({ onEvent: (event) => void events.push(event) })
  let movedMs = 0
  const clock: Clock = { now: () => new Date(Date.now() + movedMs) }
  return {
    ctx: { db, bus, clock, log },
    forward: (ms) => {
      movedMs += ms
    },
    events,
    async close() {
      await db.$disconnect()
      await bus.close()
      await database.close()
    },
  }
}

const peoplePerLevel = 160
const crowd = accreditations.flatMap((accreditation) =>
  Array.from({ length: peoplePerLevel }, (_, index): UserActor => {
    const name = `person-${accreditation.toLowerCase()}-${index}`
    return { type: 'user', userId: randomUUID(), login: name, displayName: name, accreditation }
  }),
)
const met = new Map<Accreditation, number>()

/** The people of the tests live in the database: the gate asks it what they may. */
async function moveIn(db: Db): Promise<void> {
  await db.user.createMany({
    data: crowd.map(({ userId: id, login, displayName, accreditation }) => ({
      id,
      login,
      displayName,
      accreditation,
      passwordHash: 'none',
    })),
  })
}

/** A person of the Hub; each call gives another one. */
export function person(accreditation: Accreditation): UserActor {
  const others = crowd.filter((one) => one.accreditation === accreditation)
  const index = met.get(accreditation) ?? 0
  met.set(accreditation, index + 1)
  const one = others[index % peoplePerLevel]
  if (!one) throw new Error('nobody is left')
  return one
}

/** A password reset as the tool boundary asks for it; each has its own target unless told. */
export function resetOf(change: Partial<ActionRequest> = {}): ActionRequest {
  const login = `user.${randomUUID().slice(0, 8)}`
  const level = change.level ?? 'L3'
  return {
    toolName: 'ad_reset_password',
    toolVersion: '1',
    title: { fr: 'Réinitialiser', en: 'Reset' },
    sentence: { fr: `Réinitialiser ${login}`, en: `Reset ${login}` },
    arguments: { login },
    target: { system: 'ad', kind: 'ad_account', id: randomUUID(), name: login, attributes: {} },
    level,
    terms: policy.levels[level === 'L4' ? 'L4' : 'L3'],
    policyVersion,
    policyRules: [],
    requester: person('N1'),
    context: {
      ticketId: null,
      ticketTitle: null,
      ticketDescription: null,
      clientName: null,
      conversationId: null,
      workflow: null,
      confidence: null,
      evidence: [],
    },
    preview: { before: [], after: [], warnings: [], complete: true },
    reversible: false,
    ...change,
  }
}

/** Opens a request. */
export async function ask(gate: OpenGate, change: Partial<ActionRequest> = {}): Promise<ApprovalRow> {
  return requestApproval(gate.ctx, resetOf(change))
}

/** Opens an L4 request whose whole preview these people had on the screen. */
export async function askSeen(gate: OpenGate, people: UserActor[]): Promise<ApprovalRow> {
  const row = await ask(gate, { level: 'L4' })
  const { id: approvalId, digest } = row
  for (const actor of people) await seePreview(gate.ctx, { approvalId, actor, input: { digest } })
  return row
}
