import { setTimeout as wait } from 'node:timers/promises'
import type { EventType } from '@hub/contracts'
import { createLogger, createMemoryBus, systemClock } from '@hub/kernel'
import { readApproval, rejectRequest } from '@hub/safeguard'
import { startWorkflows } from '@hub/workflows'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { approver, type Lab, startLab } from './harness/start-lab.ts'

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
afterAll(() => lab?.close())

/** An approved request and a refused one with a ticket; the tools are away. */
async function leaveTwo(): Promise<void> {
  const mcp = await lab.startMcp()
  const [approved, refused] = [await lab.askReset('jean.dupont'), await lab.askReset('marie.martin', 1234)]
  await lab.approve(approved)
  const { digest } = await readApproval(lab.db, refused)
  const log = createLogger({ name: 'test', level: 'silent' })
  const verbs = { db: lab.db, bus: createMemoryBus(log), log, clock: systemClock }
  await rejectRequest(verbs, { approvalId: refused, actor: approver, input: { digest, reason: 'No' } })
  await mcp.close()
}

it('tries what failed again after a pause, and not because somebody looks at a request', async () => {
  await leaveTwo()
  const lines: string[] = []
  const log = createLogger({ name: 'test' }, { write: (line: string) => void lines.push(line) })
  const bus = createMemoryBus(log)
  const tries = () =>
    ['approved request did not run', 'followup not written'].map(
      (words) => lines.filter((line) => line.includes(words)).length,
    )
  const tell = async (types: EventType[]) => {
    for (const type of types) await bus.publish({ type, id: 1, at: new Date().toISOString(), data: {} })
  }
  const workflows = await startWorkflows(lab.env, { log, bus, withoutEngine: true })
  try {
    await vi.waitUntil(() => tries().every((count) => count === 1), { timeout: 3_000, interval: 5 })
    // a change, but within the pause
    await tell(['safeguard:request_approved', 'safeguard:request_failed'])
    await wait(400)
    expect(tries()).toEqual([1, 1])
    await wait(800)
    await tell(['safeguard:request_viewed', 'safeguard:request_commented', 'safeguard:request_escalated'])
    await wait(400)
    expect(tries()).toEqual([1, 1])
    await tell(['safeguard:request_approved'])
    await vi.waitUntil(() => tries().every((count) => count === 2), { timeout: 1_500, interval: 5 })
  } finally {
    await workflows.close()
    await bus.close()
  }
})
