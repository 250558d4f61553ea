import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { UserActor } from '@hub/contracts'
import { type Estate, type EstateOptions, startEstate } from '@hub/estate'
import { type Clock, createLogger, createMemoryBus, type Env, mcpTools, systemClock } from '@hub/kernel'
import { startMcpServer } from '@hub/mcp-server'
import { createDb, type Db } from '@hub/prisma'
import { createTestDatabase } from '@hub/prisma/testing'
import { approveRequest, readApproval } from '@hub/safeguard'
import { startWorkflows } from '@hub/workflows'
import { vi } from 'vitest'
import { firstAlone } from './first-alone.ts'
import { freePort } from './free-port.ts'
import { type HubProcess, startProcess } from './spawn-process.ts'

export interface AskedCall {
  name: string
  arguments: Record<string, unknown>
  /** The technician unless told. */
  by?: UserActor
}

type Closable = { close(): Promise<void> }

/** A database and a demo estate in the test's process, and processes of the Hub around them that can be killed. */
export interface Lab {
  env: Env
  db: Db
  estate: Estate
  /** JSON lines of the parts that run in this process. */
  logs: string[]
  /** An MCP server of its own process on the port that the executors know. */
  spawnMcp(): Promise<HubProcess>
  spawnExecutor(): Promise<HubProcess>
  /** The same in this process, with a clock; `another` takes a port of its own. */
  startMcp(options?: { clock?: Clock; another?: boolean }): Promise<Closable & { url: string }>
  /** Also runs the durable workflows, where asked: only one part of a process can. */
  startExecutor(options?: { clock?: Clock; mcpUrl?: string; withEngine?: boolean }): Promise<Closable>
  /** Asks for a call that needs an approval. @returns the id of the request */
  ask(call: AskedCall): Promise<string>
  /** Asks for a password reset. @returns the id of the request */
  askReset(login: string, ticketId?: number): Promise<string>
  approve(id: string): Promise<void>
  stateOf(id: string): Promise<string>
  /** Waits until the request is in one of these states. */
  untilState(id: string, ...states: string[]): Promise<string>
  /** Changes that the directory made, refused ones left out. */
  changes(): number
  /** Ends every part that a test left running. */
  endParts(): Promise<void>
  close(): Promise<void>
}

export const technician: UserActor = {
  type: 'user',
  userId: randomUUID(),
  login: 'tech',
  displayName: 'Technicienne',
  accreditation: 'N1',
}
export const approver: UserActor = { ...technician, userId: randomUUID(), login: 'chef', accreditation: 'N3' }

/** The gate asks the database what an approver may. */
function peopleRow({ userId: id, login, displayName, accreditation }: UserActor) {
  return { id, login, displayName, accreditation }
}

/** Several people may come of one pattern: each gets a login of their own. */
async function putOnRecord(db: Db, person: UserActor): Promise<void> {
  const row = { ...peopleRow(person), login: person.userId, passwordHash: 'none' }
  await db.user.createMany({ data: [row], skipDuplicates: true })
}

const secret = () => randomBytes(32).toString('base64url')
/** A clock that is ahead of the real one. */
export const ahead = (ms: number): Clock => ({ now: () => new Date(Date.now() + ms) })

/** The shipped policy at any hour: a test must not depend on the clock. */
const wholeWeek =
  'version: 1\nworkingHours: { timeZone: UTC, days: [1, 2, 3, 4, 5, 6, 7], from: "00:00", to: "00:00" }\n'

/** @param more variables that take the place of the demo estate's, e.g. those of a real directory */
export async function startLab(more: Env = {}, options: EstateOptions = {}): Promise<Lab> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-lab-'))
  const [database, estate, port] = await Promise.all([createTestDatabase(), startEstate(options), freePort()])
  const caFile = join(folder, 'ca.pem')
  await writeFile(caFile, estate.directory.caPem)
  const policyFile = join(folder, 'policy.yaml')
  await writeFile(policyFile, wholeWeek)
  const mcpUrl = `http://127.0.0.1:${port}/mcp`
  const env = {
    ...systemsOf(estate, caFile),
    DATABASE_URL: database.url,
    MCP_PORT: String(port),
    MCP_SERVER_URL: mcpUrl,
    MCP_ASSERTION_SECRET: secret(),
    HUB_ENCRYPTION_KEY: secret(),
    SAFEGUARD_POLICY_FILE: policyFile,
    EXECUTOR_LOOK_MS: '1000',
    ...more,
  }
  const logs: string[] = []
  const log = createLogger({ name: 'test' }, { write: (line: string) => void logs.push(line) })
  const db = createDb({ url: database.url, poolSize: 2 })
  const people = [technician, approver].map((person) => ({ ...peopleRow(person), passwordHash: 'none' }))
  await db.user.createMany({ data: people })
  const bus = createMemoryBus(log)
  const gate = { db, bus, log, clock: systemClock }
  const opened: (() => Promise<void>)[] = []
  const keep = <T extends { close?(): Promise<void>; kill?(): Promise<void> }>(part: T): T => {
    let ended: Promise<void> | undefined
    const original = part.close ?? part.kill
    const end = () => {
      ended ??= original?.call(part) ?? Promise.resolve()
      return ended
    }
    opened.unshift(end)
    return { ...part, ...(part.close ? { close: end } : { kill: end }) }
  }
  const endParts = async () => {
    for (const end of opened.splice(0)) await end()
  }
  const stateOf = async (id: string) => (await readApproval(db, id)).state
  return {
    env,
    db,
    estate,
    logs,
    stateOf,
    spawnMcp: async () =>
      keep(await startProcess('mcp-server/src/main.ts', { env, url: mcpUrl.replace('/mcp', '/healthz') })),
    spawnExecutor: firstAlone(db, async () => keep(await startProcess('workflows/src/main.ts', { env }))),
    startMcp: async ({ clock, another } = {}) =>
      keep(
        await startMcpServer(
          { ...env, ...(another && { MCP_PORT: '0' }) },
          { log, bus, ...(clock && { clock }) },
        ),
      ),
    startExecutor: async ({ clock, mcpUrl: url = mcpUrl, withEngine = false } = {}) =>
      keep(
        await startWorkflows(
          { ...env, MCP_SERVER_URL: url },
          { log, bus, withoutEngine: !withEngine, ...(clock && { clock }) },
        ),
      ),
    async ask(call) {
      if (call.by) await putOnRecord(db, call.by)
      return ask({ mcpUrl, secret: env.MCP_ASSERTION_SECRET }, call)
    },
    askReset: (login, ticketId) => {
      const call = { name: 'ad_reset_password', arguments: { login, ...(ticketId && { ticketId }) } }
      return ask({ mcpUrl, secret: env.MCP_ASSERTION_SECRET }, call)
    },
    async approve(id) {
      const { digest } = await readApproval(db, id)
      await approveRequest(gate, { approvalId: id, actor: approver, input: { digest } })
    },
    untilState: (id, ...states) =>
      vi.waitUntil(
        async () => {
          const state = await stateOf(id)
          return states.includes(state) && state
        },
        { timeout: 25_000, interval: 20 },
      ),
    changes: () => estate.directory.control.writes().filter(({ code }) => code === 0).length,
    endParts,
    async close() {
      await endParts()
      await db.$disconnect()
      await bus.close()
      await estate.close()
      await database.close()
      await rm(folder, { recursive: true })
    },
  }
}

async function ask(mcp: { mcpUrl: string; secret: string }, call: AskedCall): Promise<string> {
  const open = mcpTools({ url: mcp.mcpUrl, assertionSecret: mcp.secret })
  const session = await open({ actor: call.by ?? technician, locale: 'fr' })
  const answer = await session.call({
    name: call.name,
    arguments: call.arguments,
    callId: randomUUID(),
    signal: AbortSignal.timeout(60_000),
  })
  await session.close()
  if (!('outcome' in answer) || !answer.outcome.approval) throw new Error(JSON.stringify(answer))
  return answer.outcome.approval.approvalId
}

function systemsOf({ glpi, observium, directory }: Estate, caFile: string) {
  return {
    GLPI_URL: glpi.url,
    GLPI_APP_TOKEN: glpi.appToken,
    GLPI_USER_TOKEN: glpi.userToken,
    OBSERVIUM_URL: observium.url,
    OBSERVIUM_USER: observium.user,
    OBSERVIUM_PASSWORD: observium.password,
    AD_URL: directory.url,
    AD_BIND_DN: directory.bindDn,
    AD_BIND_PASSWORD: directory.bindPassword,
    AD_BASE_DN: directory.baseDn,
    AD_CA_FILE: caFile,
  }
}
