import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SecurityLevel, UserActor } from '@hub/contracts'
import { createLogger, createMemoryBus } from '@hub/kernel'
import { createDb, type Db } from '@hub/prisma'
import { createTestDatabase } from '@hub/prisma/testing'
import { type ApprovalRow, loadPolicy, requestApproval, type SafeguardContext } from '@hub/safeguard'
import { stringify } from 'yaml'
import type { Channel } from '../../src/notifications/channels/channel.ts'
import { loadChannels } from '../../src/notifications/channels/load-channels.ts'
import type { NotificationsContext } from '../../src/notifications/context.ts'
import { createChannelHealth } from '../../src/notifications/outbox/channel-health.ts'
import { planDeliveries } from '../../src/notifications/outbox/plan-deliveries.ts'
import { type Line, sendDue } from '../../src/notifications/outbox/send-due.ts'

export const publicUrl = 'https://hub.example'
export const whsec = `whsec_${Buffer.alloc(32, 7).toString('base64')}`

export interface NotifyLab {
  databaseUrl: string
  db: Db
  /** The gate; its clock is the one that `forward` moves. */
  gate: SafeguardContext
  ctx: NotificationsContext
  people: Record<'asks' | 'decides', UserActor>
  logs: string[]
  forward(ms: number): void
  /** Writes a file of channels. @returns its path */
  writeFile(content: unknown): Promise<string>
  /** A webhook channel to `url`, ready to be worked off. */
  line(url: string, more?: Record<string, unknown>): Promise<Line>
  /** Reads new events and sends what is due, once. */
  turn(line: Line): Promise<void>
  ask(change?: Asked): Promise<ApprovalRow>
  /** State, tries and last error of the messages of a channel, in the order of their events. */
  deliveries(channel: string): Promise<{ state: string; tries: number; lastError: string | null }[]>
  close(): Promise<void>
}

export interface Asked {
  level?: SecurityLevel
  target?: string
  client?: string | null
  title?: string
  sentence?: string
  displayName?: string
}

export async function startNotifyLab(): Promise<NotifyLab> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-notify-'))
  const database = await createTestDatabase()
  const db = createDb({ url: database.url, poolSize: 5 })
  const logs: string[] = []
  const log = createLogger(
    { name: 'test', level: 'debug' },
    { write: (line: string) => void logs.push(line) },
  )
  let movedMs = 0
  const clock = { now: () => new Date(Date.now() + movedMs) }
  const bus = createMemoryBus(log)
  const gate = { db, bus, clock, log }
  const ctx: NotificationsContext = { ...gate, publicUrl }
  const people = { asks: person('N1'), decides: person('N3') }
  for (const { userId: id, login, displayName, accreditation } of Object.values(people))
    await db.user.create({ data: { id, login, displayName, accreditation, passwordHash: 'none' } })
  let written = 0
  const write = async (content: unknown) => {
    const file = join(folder, `channels-${written++}.yaml`)
    await writeFile(file, typeof content === 'string' ? content : stringify(content))
    return file
  }
  return {
    databaseUrl: database.url,
    db,
    gate,
    ctx,
    people,
    logs,
    forward: (ms) => {
      movedMs += ms
    },
    writeFile: write,
    async line(url, more = {}) {
      const name = `channel-${randomUUID().slice(0, 8)}`
      const channels = [{ name, type: 'webhook', url, secret: whsec, language: 'en', ...more }]
      const file = await write({ timeZone: 'Europe/Paris', allowInsecureLoopback: true, channels })
      const channel = await only(file)
      await planDeliveries(ctx, channel)
      return { channel, timeZone: 'Europe/Paris', health: createChannelHealth(log) }
    },
    async turn(line) {
      await planDeliveries(ctx, line.channel)
      await sendDue(ctx, line, () => false)
    },
    ask: (change = {}) => ask(gate, { displayName: people.asks.displayName, ...change }, people.asks),
    async deliveries(channel) {
      const rows = await db.notificationDelivery.findMany({ where: { channel }, orderBy: { eventId: 'asc' } })
      return rows.map(({ state, tries, lastError }) => ({ state, tries, lastError }))
    },
    async close() {
      await db.$disconnect()
      await bus.close()
      await database.close()
      await rm(folder, { recursive: true })
    },
  }
}

async function only(file: string): Promise<Channel> {
  const [channel] = (await loadChannels(file))?.all ?? []
  if (!channel) throw new Error('no channel')
  return channel
}

function person(accreditation: UserActor['accreditation']): UserActor {
  const userId = randomUUID()
  const login = `person-${userId.slice(0, 8)}`
  return { type: 'user', userId, login, displayName: `Person ${accreditation}`, accreditation }
}

const { policy, version: policyVersion } = await loadPolicy()

async function ask(gate: SafeguardContext, asked: Asked, requester: UserActor): Promise<ApprovalRow> {
  const { level = 'L3', target = 'jean.dupont', client = 'EHPAD Les Jardins' } = asked
  const sentence = asked.sentence ?? `Reset the password of ${target}`
  return requestApproval(gate, {
    toolName: 'ad_reset_password',
    toolVersion: '1',
    title: { fr: 'Réinitialiser', en: 'Reset' },
    sentence: { fr: sentence, en: sentence },
    arguments: { login: target, note: 'ARGUMENT-SECRET' },
    target: { system: 'ad', kind: 'ad_account', id: randomUUID(), name: target, attributes: {} },
    level,
    terms: policy.levels[level === 'L4' ? 'L4' : 'L3'],
    policyVersion,
    policyRules: [],
    requester: { ...requester, displayName: asked.displayName ?? requester.displayName },
    context: {
      ticketId: 1234,
      ticketTitle: asked.title ?? 'Reset MDP',
      ticketDescription: 'DESCRIPTION-SECRET',
      clientName: client,
      conversationId: null,
      workflow: null,
      confidence: null,
      evidence: [],
    },
    preview: { before: [], after: [], warnings: [], complete: true },
    reversible: false,
  })
}
