import { toolMeta } from '@hub/contracts'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { type McpClient, openClient, textOf } from './harness/open-client.ts'
import { startTestMcp, type TestMcp } from './harness/start-test-mcp.ts'

let mcp: TestMcp
let outside: McpClient
beforeAll(async () => {
  mcp = await startTestMcp()
})
beforeEach(async () => {
  outside = await openClient(mcp.url, mcp.apiKey)
})
afterEach(async () => {
  mcp.estate.glpi.clearFaults()
  await outside.client.close()
})
afterAll(() => mcp?.close())

const task = { ticketId: 1234, content: 'Rappeler la personne' }

it('writes a private task at once and asks for a public one', async () => {
  const tasks = () => mcp.estate.glpi.rows('TicketTask', { tickets_id: 1234 })
  const before = tasks().length
  const done = await outside.call('glpi_add_task', task)
  expect(done.structuredContent).toMatchObject({
    status: 'ok',
    data: { ticketId: 1234, alreadyThere: false },
  })
  const asked = await outside.call('glpi_add_task', { ...task, isPrivate: false })
  expect(asked.structuredContent).toMatchObject({ status: 'approval_required', approval: { level: 'L3' } })
  expect(tasks()).toHaveLength(before + 1)
})

it('asks before a solution, and records nothing meanwhile', async () => {
  const asked = await outside.call('glpi_add_solution', { ticketId: 5678, solution: 'Lien rétabli.' })
  expect(asked.structuredContent).toMatchObject({ status: 'approval_required' })
  const row = await mcp.db.approval.findFirstOrThrow({ where: { toolName: 'glpi_add_solution' } })
  expect(row.target).toMatchObject({
    system: 'glpi',
    kind: 'glpi_ticket',
    id: expect.stringMatching(/^5678@\d+$/),
  })
  expect(mcp.estate.glpi.rows('ITILSolution', { items_id: 5678 })).toEqual([])
})

it('keeps the key of a repeated write to its own workflows', async () => {
  const result = await outside.call('glpi_create_ticket', {
    client: 'EHPAD Music Art',
    title: 'Panne',
    description: 'Plus rien.',
    idempotencyKey: 'wf-1:ticket',
  })
  expect(result._meta?.[toolMeta.error]).toMatchObject({ reason: 'tool.arguments' })
})

it('finds a ticket that was opened although its answer was lost twice', async () => {
  const args = { client: 'EHPAD Music Art', title: 'Panne de son', description: 'Plus de son.' }
  mcp.estate.glpi.failNext({ kind: 'truncate', path: '/Ticket/', method: 'POST' })
  mcp.estate.glpi.failNext({ kind: 'html', status: 500, path: 'search/Ticket' })
  const result = await outside.call('glpi_create_ticket', args)
  expect(result._meta?.[toolMeta.error]).toMatchObject({ reason: 'tool.done_unanswered' })
  const opened = mcp.estate.glpi.rows('Ticket', { name: args.title })
  expect(opened).toHaveLength(1)
})

it('does not say that a change failed when only reading it back did', async () => {
  const args = { ticketId: 5678, technician: 'mmartin' }
  mcp.estate.glpi.failNext({
    kind: 'status',
    status: 403,
    body: '["ERROR_RIGHT_MISSING",""]',
    path: 'Ticket_User/',
    method: 'DELETE',
  })
  const result = await outside.call('glpi_assign_ticket', args)
  expect(result._meta?.[toolMeta.error]).toMatchObject({ reason: 'tool.outcome_unknown' })
  expect(textOf(result)).toContain('à vérifier à la main')
})
