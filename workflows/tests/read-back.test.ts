import { setTimeout as wait } from 'node:timers/promises'
import { createLogger, createMemoryBus, signAssertion, systemClock } from '@hub/kernel'
import { readApproval, revealSecret } from '@hub/safeguard'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { approver, type Lab, startLab } from './harness/start-lab.ts'

let lab: Lab
let mcpUrl: string
beforeAll(async () => {
  lab = await startLab()
})
beforeEach(async () => {
  lab.estate.directory.control.clearFaults()
  lab.estate.directory.control.clearWrites()
  mcpUrl = (await lab.startMcp()).url
  await lab.startExecutor()
})
afterEach(() => lab.endParts())
afterAll(() => lab?.close())

const gone = { kind: 'result', code: 32, diagnostic: 'NO_OBJECT', operation: 'search' } as const

/** A reset whose next reads of the directory fail from the moment of the write on. */
async function resetUnread(login: string, reads: number): Promise<string> {
  const { control } = lab.estate.directory
  const id = await lab.askReset(login)
  control.fault({ kind: 'delay', ms: 2_000, operation: 'modify' })
  await lab.approve(id)
  await lab.untilState(id, 'executing')
  await wait(1_000)
  for (let read = 0; read < reads; read++) control.fault(gone)
  await lab.untilState(id, 'executed', 'failed', 'unknown')
  return id
}

it('is executed when only the reading back inside the write was refused', async () => {
  const id = await resetUnread('marie.martin', 1)
  const { state, outcome } = await readApproval(lab.db, id)
  expect(state).toBe('executed')
  expect(outcome).toMatchObject({ summary: { fr: expect.stringContaining('le système montre l’effet') } })
  expect(lab.changes()).toBe(1)
}, 45_000)

it('is unknown, not failed, while nobody can read; another look makes the password visible', async () => {
  const id = await resetUnread('helene.caron', 2)
  expect(await lab.stateOf(id)).toBe('unknown')
  expect(lab.changes()).toBe(1)
  const secret = String(lab.env.MCP_ASSERTION_SECRET)
  const token = signAssertion(secret, { actor: approver, locale: 'fr', approvalId: id })
  const answer = await fetch(new URL(`/approvals/${id}/reconcile`, mcpUrl), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  })
  expect(await answer.json()).toEqual({ state: 'executed' })
  const log = createLogger({ name: 'test', level: 'silent' })
  const verbs = { db: lab.db, bus: createMemoryBus(log), clock: systemClock, log }
  const key = String(lab.env.HUB_ENCRYPTION_KEY)
  const password = await revealSecret(verbs, { approvalId: id, actor: approver, key })
  expect(await lab.estate.directory.control.passwordMatches('helene.caron', password)).toBe(true)
  expect(lab.changes()).toBe(1)
}, 45_000)
