import { randomBytes, randomUUID } from 'node:crypto'
import type { UserActor } from '@hub/contracts'
import { createLogger, createMemoryBus, systemClock } from '@hub/kernel'
import { createDb, type Db, migrate, migrationsDir } from '@hub/prisma'
import { loadPolicy, requestApproval, type SafeguardContext } from '@hub/safeguard'
import jwt from 'jsonwebtoken'
import { type RunningPostgres, startPostgres } from '../../scripts/full/postgres.ts'
import { type RunningRedis, startRedis } from '../../scripts/full/redis.ts'

/** One request that waits for a decision. */
export interface Waiting {
  id: string
  digest: string
}

/** A database with people, sessions and requests, and a Redis; servers are started beside it. */
export interface Lab {
  env: Record<string, string>
  redis: RunningRedis
  /** Tokens of sessions, each of its own; the first eight are of eight different approvers. */
  tokens: string[]
  /** Opens requests; do it before a server starts, which would tell them to its sockets. */
  ask(count: number): Promise<Waiting[]>
  close(): Promise<void>
}

const hourMs = 3_600_000
const approverCount = 8

const secret = () => randomBytes(32).toString('base64url')

export async function startLab(sockets: number): Promise<Lab> {
  const [postgres, redis] = await Promise.all([startPostgres(), startRedis()])
  const url = await createDatabase(postgres)
  const db = createDb({ url, poolSize: 8 })
  const jwtSecret = secret()
  const { requester, tokens } = await moveIn(db, { jwtSecret, sockets })
  const log = createLogger({ name: 'bench', level: 'silent' })
  const gate: SafeguardContext = { db, log, bus: createMemoryBus(log), clock: systemClock }
  const { policy, version } = await loadPolicy()
  const askOne = async (): Promise<Waiting> => {
    const login = `user.${randomUUID().slice(0, 8)}`
    const words = { fr: `Mot de passe de ${login}`, en: `Reset ${login}` }
    return requestApproval(gate, {
      toolName: 'ad_reset_password',
      toolVersion: '1',
      title: words,
      sentence: words,
      arguments: { login },
      target: { system: 'ad', kind: 'ad_account', id: randomUUID(), name: login, attributes: {} },
      level: 'L3',
      terms: policy.levels.L3,
      policyVersion: version,
      policyRules: [],
      requester,
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
    })
  }
  return {
    env: {
      DATABASE_URL: url,
      JWT_SECRET: jwtSecret,
      HUB_ENCRYPTION_KEY: secret(),
      MCP_ASSERTION_SECRET: secret(),
      RATE_LIMIT_PER_MINUTE: '100000000',
      LOG_LEVEL: 'warn',
    },
    redis,
    tokens,
    ask: (count) => inLanes(count, approverCount, askOne),
    async close() {
      await db.$disconnect()
      await Promise.all([postgres.close(), redis.close()])
    },
  }
}

async function createDatabase({ adminUrl }: RunningPostgres): Promise<string> {
  const admin = createDb({ url: adminUrl, poolSize: 1 })
  await admin.$executeRaw`CREATE DATABASE hub_bench`
  await admin.$disconnect()
  const url = new URL(adminUrl)
  url.pathname = '/hub_bench'
  await migrate({ url: url.href, dir: migrationsDir })
  return url.href
}

/** Approvers, the one who asks, and a session for every socket. */
async function moveIn(db: Db, { jwtSecret, sockets }: { jwtSecret: string; sockets: number }) {
  const people = Array.from({ length: approverCount + 1 }, (_, index) => ({
    id: randomUUID(),
    login: `person${index}`,
    displayName: `Person ${index}`,
    passwordHash: 'none',
    accreditation: 'N2',
  }))
  await db.user.createMany({ data: people })
  const [asker, ...approvers] = people
  if (!asker) throw new Error('nobody asks')
  const expiresAt = new Date(Date.now() + 8 * hourMs)
  const sessions = Array.from({ length: sockets }, (_, index) => ({
    id: randomUUID(),
    userId: approvers[index % approverCount]?.id ?? asker.id,
    expiresAt,
  }))
  await db.session.createMany({ data: sessions })
  const exp = Math.floor(expiresAt.getTime() / 1000)
  const tokens = sessions.map(({ id, userId }) =>
    jwt.sign({ exp }, jwtSecret, { algorithm: 'HS256', subject: userId, jwtid: id, audience: 'hub' }),
  )
  const { id: userId, login, displayName } = asker
  const requester: UserActor = { type: 'user', userId, login, displayName, accreditation: 'N2' }
  return { requester, tokens }
}

/** Does `work` so many times, in so many lanes at once. */
export async function inLanes<T>(
  count: number,
  lanes: number,
  work: (index: number) => Promise<T>,
): Promise<T[]> {
  const results: T[] = []
  let next = 0
  const lane = async () => {
    for (let index = next++; index < count; index = next++) results[index] = await work(index)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return results
}
