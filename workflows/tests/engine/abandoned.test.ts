import { randomUUID } from 'node:crypto'
import { createLogger, createMemoryBus } from '@hub/kernel'
import { requestApproval } from '@hub/safeguard'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Run } from '../../src/engine/run.ts'
import { type EngineLab, startEngineLab } from './engine-lab.ts'

let lab: EngineLab
const userId = randomUUID()
const log = createLogger({ name: 'test', level: 'silent' })

beforeAll(async () => {
  lab = await startEngineLab()
  const person = { id: userId, login: 'chef', displayName: 'Chef', accreditation: 'N3', passwordHash: 'none' }
  await lab.db.user.create({ data: person })
})
afterAll(() => lab.close())

/** What a step asks people for, as the gate of the tools does it. */
async function ask({ id: runId }: Run) {
  const ctx = { db: lab.db, bus: createMemoryBus(log), clock: { now: () => new Date() }, log }
  const nothing = { ticketId: null, ticketTitle: null, ticketDescription: null, clientName: null }
  const terms = { approvals: 1, approver: 'N2', expiresInMinutes: 60, maxDeferralHours: 4 } as const
  const { id } = await requestApproval(ctx, {
    toolName: 'ad_reset_password',
    toolVersion: '1',
    title: { fr: 'Réinitialiser', en: 'Reset' },
    sentence: { fr: 'Réinitialiser', en: 'Reset' },
    arguments: { login: runId },
    target: { system: 'ad', kind: 'ad_account', id: runId, name: runId, attributes: {} },
    level: 'L3',
    terms: { ...terms, reasonRequired: false, stepUp: false, previewSeen: false, ladder: [] },
    policyVersion: '1',
    policyRules: [],
    requester: { type: 'workflow', name: 'scripted', runId },
    context: { ...nothing, conversationId: null, workflow: null, confidence: null, evidence: [] },
    preview: { before: [], after: [], warnings: [], complete: true },
    reversible: false,
  })
  return id
}

it.each(['cancel', 'hand_over'])(
  'leaves nobody a request to decide that a run opened while a person took it out of hands: %s',
  async (kind) => {
    const taken = Promise.withResolvers<void>()
    let asked: string | undefined
    lab.bodies[kind] = (run) =>
      run.step('ask', async () => {
        await taken.promise
        asked = await ask(run)
      })
    await lab.start(kind)
    await lab.until(kind, 'running')
    await lab.db.workflowCommand.create({ data: { runId: kind, kind, userId, at: new Date() } })
    const isDone = async () => (await lab.db.workflowCommand.findFirst({ where: { runId: kind } }))?.doneAt
    await expect.poll(isDone, { timeout: 10_000 }).toBeInstanceOf(Date)
    taken.resolve()
    await expect.poll(() => asked, { timeout: 5_000 }).toBeDefined()
    const state = async () =>
      (await lab.db.approval.findUniqueOrThrow({ where: { id: String(asked) } })).state
    await expect.poll(state, { timeout: 10_000 }).toBe('cancelled')
  },
  30_000,
)
