import { createLogger, createMemoryBus, mcpTools, systemClock, type ToolSession } from '@hub/kernel'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type Engine, startEngine } from '../../src/engine/start-engine.ts'
import { enrichisseurWorkflow } from '../../src/enrichisseur/index.ts'
import type { EnrichmentReport } from '../../src/enrichisseur/report.ts'
import { type Lab, startLab } from '../harness/start-lab.ts'

const log = createLogger({ name: 'test', level: 'silent' })
type Answer = Awaited<ReturnType<ToolSession['call']>>

/** What happens to calls on their way. */
const faults = {
  /** Tickets that GLPI fails to tell, does not have, or tells without their solution. */
  broken: 0,
  gone: 0,
  halfRead: 0,
  /** Title of a case whose like cannot be looked for. */
  unsought: '',
  /** GLPI answers nothing any more once the tickets are found. */
  isAway: false,
}
const failed = (code: 'UPSTREAM_FAILED' | 'NOT_FOUND', reason: string): Answer => ({
  status: 'error',
  code,
  reason,
  summary: { fr: 'Non', en: 'No' },
})
let lab: Lab
let engine: Engine

beforeAll(async () => {
  lab = await startLab()
  await lab.startMcp()
  const {
    DATABASE_URL: databaseUrl = '',
    MCP_SERVER_URL: url = '',
    MCP_ASSERTION_SECRET: assertionSecret = '',
  } = lab.env
  const open = mcpTools({ url, assertionSecret })
  const openTools: typeof open = async (assertion) => {
    const session = await open(assertion)
    return { ...session, call: (call) => callThroughFaults(session, call) }
  }
  const ctx = { db: lab.db, bus: createMemoryBus(log), clock: systemClock, log, openTools }
  engine = await startEngine(ctx, { databaseUrl, definitions: [enrichisseurWorkflow(ctx)] })
})
afterAll(async () => {
  await engine?.close()
  await lab?.close()
})

async function callThroughFaults(session: ToolSession, call: Parameters<ToolSession['call']>[0]) {
  const { limit, query } = call.arguments as { limit?: number; query?: string }
  if (faults.unsought && query?.startsWith(faults.unsought))
    return failed('UPSTREAM_FAILED', 'upstream.timeout')
  const isLate =
    call.name === 'glpi_get_ticket_details' || (call.name === 'glpi_search_tickets' && limit === 1)
  if (faults.isAway && isLate) return failed('UPSTREAM_FAILED', 'upstream.unreachable')
  if (call.name !== 'glpi_get_ticket_details') return session.call(call)
  const { ticketId } = call.arguments as { ticketId: number }
  if (ticketId === faults.broken) return failed('UPSTREAM_FAILED', 'upstream.unreachable')
  if (ticketId === faults.gone) return failed('NOT_FOUND', 'glpi.ticket_not_found')
  const answer = await session.call(call)
  if (ticketId !== faults.halfRead || !('outcome' in answer)) return answer
  const { ticket } = answer.outcome.data as { ticket: { entries: { kind: string }[] } }
  const entries = ticket.entries.filter(({ kind }) => kind !== 'solution')
  const data = { ticket: { ...ticket, entries, missing: ['solutions'] } }
  return { ...answer, outcome: { ...answer.outcome, data } }
}

const start = (id: string) =>
  engine.start({ id, workflow: 'enrichisseur', title: id, input: { trigger: 'manual' } })
const runOf = (id: string) => lab.db.workflowRun.findUniqueOrThrow({ where: { id } })
async function done(id: string): Promise<EnrichmentReport> {
  const ended = async () => {
    const run = await runOf(id)
    expect(run).toMatchObject({ state: 'done', problem: null })
    return run.facts as EnrichmentReport
  }
  return vi.waitFor(ended, { timeout: 110_000, interval: 200 })
}
const readUntil = async () => (await lab.db.enrichmentProgress.findFirst())?.readUntil ?? null

it('rests while GLPI is away, and judges nothing', { timeout: 240_000 }, async () => {
  faults.isAway = true
  await start('enrichisseur:away')
  await vi.waitFor(
    async () =>
      expect(await runOf('enrichisseur:away')).toMatchObject({
        state: 'waiting',
        waitingFor: { kind: 'retry', step: 'read ticket' },
      }),
    { timeout: 60_000, interval: 100 },
  )
  expect(await lab.db.enrichedTicket.count()).toBe(0)
  faults.isAway = false
  const found = await done('enrichisseur:away')
  expect(found).toMatchObject({ unreadable: 0, unreachable: 0 })
  expect(found.added).toBeGreaterThan(3)
})

it('goes past tickets that cannot be read, and comes back to those that may be read later', {
  timeout: 240_000,
}, async () => {
  const judged = await lab.db.enrichedTicket.findMany({ where: { decision: 'added' }, take: 4 })
  const [broken = 0, gone = 0, halfRead = 0, unsought = 0] = judged.map(({ ticketId }) => ticketId)
  const { title } = await lab.db.knowledgeDocument.findFirstOrThrow({
    where: { path: judged[3]?.documentPath ?? '' },
  })
  Object.assign(faults, { broken, gone, halfRead, unsought: title })
  // As on the first night.
  await lab.db.enrichedTicket.deleteMany()
  await lab.db.enrichmentProgress.deleteMany()
  await start('enrichisseur:bad')
  const report = await done('enrichisseur:bad')
  expect(report).toMatchObject({ unreadable: 1, unreachable: 3, isAll: false })
  expect(report.tickets).toEqual(
    expect.arrayContaining([
      { ticketId: broken, decision: 'unreachable', reason: 'upstream.unreachable', documentPath: null },
      { ticketId: gone, decision: 'unreadable', reason: 'glpi.ticket_not_found', documentPath: null },
      { ticketId: halfRead, decision: 'unreachable', reason: 'upstream.unreachable', documentPath: null },
      { ticketId: unsought, decision: 'unreachable', reason: 'upstream.timeout', documentPath: null },
    ]),
  )
  // The others are judged; these are not, and the next night looks as far back.
  const kept = await lab.db.enrichedTicket.findMany({ select: { ticketId: true } })
  expect(kept.length).toBe(report.read - 4)
  expect(kept.filter(({ ticketId }) => [broken, gone, halfRead, unsought].includes(ticketId))).toEqual([])
  expect(await readUntil()).toBeNull()
  Object.assign(faults, { broken: 0, halfRead: 0, unsought: '' })
  await start('enrichisseur:mended')
  expect(await done('enrichisseur:mended')).toMatchObject({ unreadable: 1, unreachable: 0 })
  expect(await readUntil()).not.toBeNull()
  const mended = await lab.db.enrichedTicket.findMany({
    where: { ticketId: { in: [broken, halfRead, unsought] } },
  })
  expect(mended.length).toBe(3)
})
