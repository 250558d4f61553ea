import { randomBytes, randomUUID } from 'node:crypto'
import { createDb, type Db, migrate, migrationsDir } from '@hub/prisma'
import jwt from 'jsonwebtoken'
import { startPostgres } from '../../scripts/full/postgres.ts'
import { startRedis } from '../../scripts/full/redis.ts'
import { type BenchProcess, startHub, startProgram } from '../safeguard/processes.ts'

/** A person who asks: their session, and a conversation with a history. */
export interface Asker {
  token: string
  conversationId: string
}

/** A Hub on a real PostgreSQL and Redis, and the model server it asks, each a process. */
export interface Lab {
  hub: BenchProcess
  modelUrl: string
  askers: Asker[]
  /** When clients left the model server, in microseconds of the monotonic clock. */
  leftAt(): Promise<bigint[]>
  close(): Promise<void>
}

const hourMs = 3_600_000
const historyLength = 30
const secret = () => randomBytes(32).toString('base64url')

export async function startLab(people: number): Promise<Lab> {
  const [postgres, redis] = await Promise.all([startPostgres(), startRedis()])
  const admin = createDb({ url: postgres.adminUrl, poolSize: 1 })
  await admin.$executeRaw`CREATE DATABASE hub_bench`
  await admin.$disconnect()
  const url = new URL(postgres.adminUrl)
  url.pathname = '/hub_bench'
  await migrate({ url: url.href, dir: migrationsDir })
  const db = createDb({ url: url.href, poolSize: 2 })
  const jwtSecret = secret()
  const askers = await moveIn(db, people, jwtSecret)
  await db.$disconnect()
  const model = await startProgram('bench/chat/model/main.ts', {}, '/')
  const told = async () => (await (await fetch(model.url)).json()) as { url: string; left: string[] }
  const { url: modelUrl } = await told()
  const env = {
    DATABASE_URL: url.href,
    JWT_SECRET: jwtSecret,
    HUB_ENCRYPTION_KEY: secret(),
    MCP_ASSERTION_SECRET: secret(),
    RATE_LIMIT_PER_MINUTE: '1000000',
    CHAT_MONTHLY_TOKENS: '1000000000',
    LLM_PROVIDERS: 'ollama',
    OLLAMA_BASE_URL: modelUrl,
  }
  const hub = await startHub(env, redis.url)
  return {
    hub,
    modelUrl,
    askers,
    leftAt: async () => (await told()).left.map(BigInt),
    async close() {
      await Promise.all([hub.close(), model.close()])
      await Promise.all([postgres.close(), redis.close()])
    },
  }
}

async function moveIn(db: Db, people: number, jwtSecret: string): Promise<Asker[]> {
  const users = Array.from({ length: people }, (_, index) => ({
    id: randomUUID(),
    login: `person${index}`,
    displayName: `Person ${index}`,
    passwordHash: 'none',
    accreditation: 'N1',
  }))
  await db.user.createMany({ data: users })
  const expiresAt = new Date(Date.now() + 8 * hourMs)
  const sessions = users.map(({ id: userId }) => ({ id: randomUUID(), userId, expiresAt }))
  await db.session.createMany({ data: sessions })
  const conversations = users.map(({ id: userId }) => ({
    id: randomUUID(),
    userId,
    title: 'Bench',
    mode: 'code',
  }))
  await db.conversation.createMany({ data: conversations })
  for (const { id: conversationId } of conversations) {
    const data = Array.from({ length: historyLength }, (_, index) => ({
      conversationId,
      role: index % 2 === 0 ? 'user' : 'assistant',
      mode: 'code',
      content: `Message ${index} `.repeat(20),
      status: 'complete',
      completedAt: new Date(),
    }))
    await db.message.createMany({ data })
  }
  const exp = Math.floor(expiresAt.getTime() / 1000)
  return sessions.map(({ id, userId }, index) => ({
    token: jwt.sign({ exp }, jwtSecret, { algorithm: 'HS256', subject: userId, jwtid: id, audience: 'hub' }),
    conversationId: conversations[index]?.id ?? '',
  }))
}
