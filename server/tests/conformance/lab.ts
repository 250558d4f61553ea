import { Approval } from '@hub/contracts'
import { createLogger } from '@hub/kernel'
import { startWorkflows } from '@hub/workflows'
import { vi } from 'vitest'
import { type ApiAnswer, type ApiClient, signIn } from '../harness/api-client.ts'
import { createMovableClock, type MovableClock } from '../harness/movable-clock.ts'
import { demoPassword, startTestHub, type TestHub } from '../harness/start-test-hub.ts'

/** The whole Hub, its people, and an executor that runs when a test says so. */
export interface Lab {
  hub: TestHub
  clock: MovableClock
  as(login: string): ApiClient
  read(approvalId: string): Promise<Approval>
  /** `reason` and proof are added where the request wants them. */
  approve(login: string, approval: Approval, change?: object): Promise<ApiAnswer>
  post(login: string, approvalId: string, verb: string, body: object): Promise<ApiAnswer>
  /** Changes of password that the directory made. */
  resets(): number
  /** Lets executors work until nothing is approved or being executed any more. */
  settle(): Promise<void>
  /** State, decisions and effects: equal values mean that nothing was decided and nothing ran. */
  facts(approvalId: string): Promise<object>
  /** Ends what a test left open, so that the next one begins alike. */
  clear(): Promise<void>
  close(): Promise<void>
}

const logins = ['lecture', 'mmartin', 'jdupont', 'slegrand', 'abenali', 'pmoreau', 'khora']
export const reason = 'identity checked by phone'

export async function startLab(): Promise<Lab> {
  const clock = createMovableClock()
  // a key whose owner is known: what it asks for is decided as what the owner asks for
  const env = { JWT_EXPIRE_HOURS: '24', MCP_API_KEY_OWNER: 'mmartin' }
  const hub = await startTestHub({ withoutWorkflows: true, clock, env })
  const people = new Map<string, ApiClient>()
  for (const login of logins) people.set(login, await signIn(hub, login))
  const as = (login: string) => people.get(login) ?? fail(`${login} is not signed in`)
  const read = async (id: string) => Approval.parse((await as('slegrand').get(`/api/safeguard/${id}`)).body)
  const post: Lab['post'] = (login, id, verb, body) =>
    as(login).send('POST', `/api/safeguard/${id}/${verb}`, body)
  const { control } = hub.estate.directory
  const resets = () =>
    control
      .writes()
      .filter(
        ({ code, attributes }) => code === 0 && attributes.some((change) => /unicodePwd$/i.test(change)),
      ).length
  return {
    hub,
    clock,
    as,
    read,
    post,
    resets,
    approve: (login, approval, change = {}) => {
      const { approvalId, digest, stepUpRequired } = approval
      const proof = stepUpRequired ? { stepUp: { method: 'password', password: demoPassword } } : {}
      return post(login, approvalId, 'approve', { digest, reason, ...proof, ...change })
    },
    async settle() {
      const log = createLogger({ name: 'executor' }, { write: (line: string) => void hub.logs.push(line) })
      const executor = await startWorkflows(hub.env, { bus: hub.bus, log, clock, withoutEngine: true })
      await new Promise((resolve) => setTimeout(resolve, 300))
      await vi.waitUntil(async () => (await busy(hub)) === 0, { timeout: 15_000, interval: 50 })
      await executor.close()
    },
    async facts(approvalId) {
      const { state, decisions, digest } = await hub.db.approval.findUniqueOrThrow({
        where: { id: approvalId },
        include: { decisions: true },
      })
      return { state, decisions, digest, resets: resets() }
    },
    async clear() {
      control.clearFaults()
      const open = await hub.db.approval.findMany({
        where: { state: 'pending', expiresAt: { gt: clock.now() } },
      })
      for (const { id, digest } of open) await post('khora', id, 'reject', { digest, reason })
      control.clearWrites()
    },
    close: () => hub.close(),
  }
}

/** Requests that an executor still has to do with; one whose tool boundary refuses for now is waited for. */
const busy = (hub: TestHub) => hub.db.approval.count({ where: { state: { in: ['approved', 'executing'] } } })

function fail(message: string): never {
  throw new Error(message)
}
