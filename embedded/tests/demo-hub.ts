import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { ApprovalPage, WorkflowRunDetail, WorkflowRuns } from '@hub/contracts'
import type { Estate } from '@hub/estate'
import { createLogger } from '@hub/kernel'
import { expect, vi } from 'vitest'
import { startHub } from '../src/index.ts'

type RunLine = WorkflowRuns['items'][number]
type Pending = ApprovalPage['items'][number]

/** The whole Hub as a newcomer starts it, the command line of the demo world, and an approver. */
export interface DemoHub {
  estate: Estate
  /** Plays a scenario from the command line. @returns the line that it prints */
  play(...words: string[]): Promise<string>
  /** Lets time pass for the Hub and the demo world, in minutes. */
  pass(minutes: number): void
  get<T>(path: string): Promise<T>
  runs(workflow: string): Promise<RunLine[]>
  run(id: string): Promise<WorkflowRunDetail>
  /** The requests that wait for people, of one tool where it is named. */
  pending(toolName?: string): Promise<Pending[]>
  /** Says yes to a request, as an approver of the highest level does. */
  approve(request: Pending): Promise<void>
  /** Waits for a request of a tool, and says yes. */
  approveNext(toolName: string): Promise<Pending>
  close(): Promise<void>
}

const run = promisify(execFile)
const cli = fileURLToPath(new URL('../../estate/src/cli.ts', import.meta.url))
/** The first decision on an alert waits for the reading of the whole network. */
export const patience = { timeout: 120_000, interval: 250 }

/** The shipped policy at any hour: a test must not depend on the clock. */
const wholeWeek =
  'version: 1\nworkingHours: { timeZone: UTC, days: [1, 2, 3, 4, 5, 6, 7], from: "00:00", to: "00:00" }\n'

export async function startDemoHub(): Promise<DemoHub> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-demo-'))
  const policyFile = join(folder, 'policy.yaml')
  await writeFile(policyFile, wholeWeek)
  let aheadMs = 0
  const env = {
    HUB_DATA_DIR: join(folder, 'data'),
    HUB_PORT: '0',
    MCP_PORT: '0',
    ESTATE_PORT: '0',
    SAFEGUARD_POLICY_FILE: policyFile,
    // A test looks more often than a person.
    RATE_LIMIT_PER_MINUTE: '5000',
  }
  const log = createLogger({ name: 'test', level: process.env.TEST_LOG ?? 'silent' })
  const clock = { now: () => new Date(Date.now() + aheadMs) }
  const hub = await startHub(env, log, { clock })
  const { estate } = hub
  const token = await signIn(hub.url, hub.demoPassword)
  const call = async (path: string, body?: unknown) => {
    const answer = await fetch(`${hub.url}/api${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const json: unknown = await answer.json()
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${JSON.stringify(json)}`)
    return json
  }
  const demo: DemoHub = {
    estate,
    async play(...words) {
      const ESTATE_PORT = new URL(estate.url).port
      const { stdout } = await run(process.execPath, [cli, ...words], {
        env: { ...process.env, ESTATE_PORT },
      })
      return stdout.trim()
    },
    pass: (minutes) => {
      aheadMs += minutes * 60_000
    },
    get: async <T>(path: string) => (await call(path)) as T,
    // The list has the runs of its parts too, mails of incidents for instance.
    runs: async (name) =>
      (await demo.get<WorkflowRuns>(`/workflows/runs?workflow=${name}&limit=100`)).items.filter(
        ({ workflow }) => workflow === name,
      ),
    run: (id) => demo.get(`/workflows/runs/${encodeURIComponent(id)}`),
    async pending(toolName) {
      const { items } = await demo.get<ApprovalPage>('/safeguard/pending?limit=100')
      return items.filter((request) => toolName === undefined || request.toolName === toolName)
    },
    async approve({ approvalId, digest }) {
      await call(`/safeguard/${approvalId}`)
      await call(`/safeguard/${approvalId}/approve`, { digest })
    },
    async approveNext(toolName) {
      const request = await vi.waitFor(async () => {
        const [first] = await demo.pending(toolName)
        if (!first) throw new Error(`nobody asks for ${toolName}`)
        return first
      }, patience)
      await demo.approve(request)
      return request
    },
    async close() {
      await hub.close()
      await rm(folder, { recursive: true })
    },
  }
  return demo
}

async function signIn(url: string, password: string | undefined): Promise<string> {
  const answer = await fetch(`${url}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'khora', password }),
  })
  expect(answer.status).toBe(200)
  const { token } = (await answer.json()) as { token: string }
  return token
}

/** The tickets that SENTINEL opened, oldest first. */
export const sentinelTickets = ({ estate }: DemoHub) =>
  estate.glpi.rows('Ticket').filter(({ name }) => String(name).startsWith('[SENTINEL]'))

/** Waits until the only incident, or the newest that stands for itself, is so. @returns its run */
export async function untilIncident(demo: DemoHub, check: Record<string, unknown>): Promise<RunLine> {
  return vi.waitFor(async () => {
    const [newest] = (await demo.runs('sentinel')).filter(({ phase }) => phase !== 'merged')
    expect(newest).toMatchObject(check)
    if (!newest) throw new Error('no incident')
    return newest
  }, patience)
}
