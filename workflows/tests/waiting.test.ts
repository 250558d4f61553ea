import { randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { createLogger, createMemoryBus, mcpTools, systemClock } from '@hub/kernel'
import { Prisma } from '@hub/prisma'
import { deferRequest, giveVerdict, readApproval, recordOutcome } from '@hub/safeguard'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { answerTicket } from './harness/answer-ticket.ts'
import { ahead, approver, type Lab, startLab } from './harness/start-lab.ts'

let lab: Lab
const log = createLogger({ name: 'test', level: 'silent' })
const bus = createMemoryBus(log)
const verbs = () => ({ db: lab.db, bus, log, clock: systemClock })
beforeAll(async () => {
  lab = await startLab()
})
beforeEach(() => lab.estate.directory.control.clearWrites())
afterEach(() => lab.endParts())
afterAll(() => lab?.close())

const rowOf = (id: string) => readApproval(lab.db, id)
const followupsWith = (text: string) =>
  lab.estate.glpi.rows('ITILFollowup').filter(({ content }) => String(content).includes(text))

describe('a request that waits for its ticket', () => {
  async function deferred(login: string): Promise<string> {
    const id = await lab.askReset(login, 1234)
    const { digest } = await rowOf(id)
    await deferRequest(verbs(), {
      approvalId: id,
      actor: approver,
      input: { digest, untilTicketAnswer: true },
    })
    return id
  }
  async function writeAsHub(url: string): Promise<void> {
    const open = mcpTools({ url, assertionSecret: String(lab.env.MCP_ASSERTION_SECRET) })
    const session = await open({ actor: approver, locale: 'fr' })
    const args = { ticketId: 1234, content: 'Nous avons posé la question au client.' }
    const signal = AbortSignal.timeout(15_000)
    await session.call({ name: 'glpi_add_followup', arguments: args, callId: randomUUID(), signal })
    await session.close()
  }

  it('goes on with the answer of a person, not with the Hub’s own words', async () => {
    const { url } = await lab.startMcp()
    const id = await deferred('jean.dupont')
    await writeAsHub(url)
    // as after a lost answer: it is in the ticket, and on no finished record
    await lab.db.toolExecution.updateMany({
      where: { toolName: 'glpi_add_followup' },
      data: { status: 'running', data: Prisma.DbNull, finishedAt: null },
    })
    const executor = await lab.startExecutor()
    await expect.poll(async () => (await rowOf(id)).aliveAt, { timeout: 10_000 }).not.toBeNull()
    await expect
      .poll(() =>
        lab.db.toolExecution.count({ where: { toolName: 'glpi_get_ticket_details', status: 'ok' } }),
      )
      .toBeGreaterThan(0)
    await executor.close()
    expect(await rowOf(id)).toMatchObject({ state: 'pending', deferredFor: 'ticket_answer' })
    await answerTicket(lab.estate, 1234, 'Le client confirme : c’est bien lui.')
    await lab.startExecutor({ clock: ahead(61_000) })
    await expect.poll(async () => (await rowOf(id)).deferredFor, { timeout: 10_000 }).toBeNull()
    const { deferredUntil, expiresAt, state } = await rowOf(id)
    expect({ deferredUntil, state }).toEqual({ deferredUntil: null, state: 'pending' })
    expect(expiresAt.getTime()).toBeLessThan(Date.now() + 62 * 60_000)
    const resumed = { where: { subjectId: id, action: 'approval.resume' } }
    expect(await lab.db.userAuditLog.count(resumed)).toBe(1)
  }, 45_000)
})

describe('the last moment', () => {
  it('runs nothing on an account that became privileged after the preview', async () => {
    await lab.startMcp()
    const id = await lab.askReset('marie.martin')
    await lab.approve(id)
    await lab.estate.directory.control.setAttributes('marie.martin', { adminCount: ['1'] })
    lab.estate.directory.control.clearWrites()
    await lab.startExecutor()
    expect(await lab.untilState(id, 'executed', 'failed', 'unknown')).toBe('failed')
    expect(lab.changes()).toBe(0)
    expect((await rowOf(id)).executingAt).toBeNull()
  }, 45_000)

  it('runs nothing under a policy that changed after the decision', async () => {
    const before = await lab.startMcp()
    const id = await lab.askReset('helene.caron')
    await lab.approve(id)
    await before.close()
    const file = String(lab.env.SAFEGUARD_POLICY_FILE)
    await writeFile(file, (await readFile(file, 'utf8')).replace(' }', ', holidays: ["2030-01-01"] }'))
    await lab.startMcp()
    await lab.startExecutor()
    expect(await lab.untilState(id, 'executed', 'failed', 'unknown')).toBe('failed')
    expect(lab.changes()).toBe(0)
    expect((await rowOf(id)).outcome).toMatchObject({
      summary: { fr: expect.stringContaining('Rien n’a été exécuté') },
    })
  }, 45_000)
})

it('tells the ticket again once an unknown outcome is settled', async () => {
  const mcp = await lab.startMcp()
  const id = await lab.askReset('camille.renard', 1234)
  await lab.approve(id)
  const now = new Date()
  await lab.db.approval.update({
    where: { id },
    data: { state: 'executing', executingAt: now, aliveAt: now },
  })
  const actor = { type: 'workflow' as const, name: 'safeguard', runId: id }
  const summary = { fr: 'Réponse perdue.', en: 'The answer was lost.' }
  await recordOutcome(verbs(), { approvalId: id, actor, summary, state: 'unknown', verification: null })
  await lab.startExecutor({ mcpUrl: mcp.url })
  await expect.poll(() => followupsWith(id).length, { timeout: 15_000 }).toBe(1)
  const { digest } = await rowOf(id)
  const input = { digest, verdict: 'executed' as const, reason: 'Seen in the console' }
  await giveVerdict(verbs(), { approvalId: id, actor: approver, input })
  await expect.poll(() => followupsWith(id).length, { timeout: 15_000 }).toBe(2)
  expect(followupsWith('Seen in the console')).toHaveLength(1)
}, 45_000)

it('tells a verdict that was given while the unknown outcome was being written', async () => {
  await lab.startMcp()
  const id = await lab.askReset('thomas.nguyen', 1234)
  await lab.approve(id)
  const now = new Date()
  await lab.db.approval.update({
    where: { id },
    data: { state: 'executing', executingAt: now, aliveAt: now },
  })
  const actor = { type: 'workflow' as const, name: 'safeguard', runId: id }
  const summary = { fr: 'Réponse perdue.', en: 'The answer was lost.' }
  await recordOutcome(verbs(), { approvalId: id, actor, summary, state: 'unknown', verification: null })
  lab.estate.glpi.failNext({ kind: 'delay', delayMs: 2_500, count: 1, path: '/ITILFollowup', method: 'POST' })
  await lab.startExecutor()
  const isWriting = async () => ((await rowOf(id)).aliveAt ?? now) > now
  await expect.poll(isWriting, { timeout: 15_000 }).toBe(true)
  const { digest } = await rowOf(id)
  const input = { digest, verdict: 'failed' as const, reason: 'Nothing in the console' }
  await giveVerdict(verbs(), { approvalId: id, actor: approver, input })
  expect(followupsWith(id)).toHaveLength(0)
  await expect.poll(() => followupsWith('Nothing in the console').length, { timeout: 20_000 }).toBe(1)
  await expect.poll(async () => (await rowOf(id)).reportedAt, { timeout: 15_000 }).not.toBeNull()
  expect(followupsWith(id)).toHaveLength(2)
}, 60_000)
