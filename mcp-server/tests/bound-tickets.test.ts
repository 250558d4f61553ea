import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Actor, toolMeta, type UserActor } from '@hub/contracts'
import { signAssertion } from '@hub/kernel'
import { readApproval } from '@hub/safeguard'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { approve, ask, execute } from './harness/carry-through.ts'
import { type McpClient, openClient } from './harness/open-client.ts'
import { addPerson } from './harness/people.ts'
import { startTestMcp, type TestMcp } from './harness/start-test-mcp.ts'

/** The shipped policy at any hour, and a site that wants a yes to every change of a ticket. */
const policy = `version: 1
workingHours: { timeZone: UTC, days: [1, 2, 3, 4, 5, 6, 7], from: "00:00", to: "00:00" }
rules:
  - name: every change of a ticket
    when: { tools: [glpi_assign_ticket, glpi_update_ticket, glpi_add_task] }
    raiseTo: L3
`

let mcp: TestMcp
let folder: string
let person: UserActor
const clients: McpClient[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-tickets-'))
  await writeFile(join(folder, 'policy.yaml'), policy)
  mcp = await startTestMcp({ env: { SAFEGUARD_POLICY_FILE: join(folder, 'policy.yaml') } })
  person = await addPerson(mcp, 'N2')
})
afterEach(() => mcp.estate.glpi.clearFaults())
afterAll(async () => {
  for (const { client } of clients) await client.close()
  await mcp?.close()
  await rm(folder, { recursive: true })
})

async function as(actor: Actor): Promise<McpClient> {
  const client = await openClient(mcp.url, signAssertion(mcp.assertionSecret, { actor, locale: 'fr' }))
  clients.push(client)
  return client
}
const reasonOf = (result: CallToolResult) =>
  (result._meta?.[toolMeta.error] as { reason?: string } | undefined)?.reason

/** Rows of GLPI change by another hand. */
function change(
  type: 'Ticket' | 'User' | 'ITILCategory',
  id: number,
  columns: Record<string, string | number>,
) {
  mcp.estate.glpi.insert(type, { ...mcp.estate.glpi.row(type, id), ...columns })
}

/** An open ticket of EHPAD Les Jardins. */
function newTicket(): number {
  const sample = mcp.estate.glpi.row('Ticket', 1234)
  return mcp.estate.glpi.insert('Ticket', { ...sample, id: null, name: 'Écran noir' }).id
}
const textsOf = (ticketId: number) => [
  ...mcp.estate.glpi.rows('ITILFollowup', { items_id: ticketId }),
  ...mcp.estate.glpi.rows('ITILSolution', { items_id: ticketId }),
  ...mcp.estate.glpi.rows('TicketTask', { tickets_id: ticketId }),
]

describe('a yes to what a client reads', () => {
  it.each([
    ['glpi_add_followup', { content: 'Votre poste est prêt.', isPrivate: false }],
    ['glpi_add_task', { content: 'Passage prévu lundi.', isPrivate: false }],
    ['glpi_add_solution', { solution: 'Poste remplacé.' }],
    ['glpi_close_ticket', { solution: 'Poste remplacé.' }],
  ])('by %s is not for the next client of the ticket', async (tool, more) => {
    const ticketId = newTicket()
    const call = { tool, args: { ticketId, ...more } }
    const id = await ask(await as(person), call)
    await approve(mcp, id)
    const status = mcp.estate.glpi.row('Ticket', ticketId)?.status
    change('Ticket', ticketId, { entities_id: 12 })
    expect(reasonOf(await execute(mcp, id, call))).toBe('approval.digest')
    expect(textsOf(ticketId)).toEqual([])
    expect(mcp.estate.glpi.row('Ticket', ticketId)).toMatchObject({ status, entities_id: 12 })
    change('Ticket', ticketId, { entities_id: 11 })
    expect((await execute(mcp, id, call)).isError).toBeFalsy()
    expect(textsOf(ticketId)).toHaveLength(1)
  })

  it('is asked with the preview of the client that was weighed', async () => {
    const ticketId = newTicket()
    const path = `/Ticket/${ticketId}`
    const reads = () => mcp.estate.glpi.requests().filter((request) => request.path.endsWith(path))
    mcp.estate.glpi.failNext({ kind: 'delay', delayMs: 0, path })
    mcp.estate.glpi.failNext({ kind: 'delay', delayMs: 2_500, path })
    const asking = (await as(person)).call('glpi_close_ticket', { ticketId })
    await vi.waitUntil(() => reads().length > 0, { timeout: 10_000 })
    await wait(500)
    change('Ticket', ticketId, { entities_id: 12 })
    expect(reasonOf(await asking)).toBe('glpi.ticket_changed')
    expect(await mcp.db.approval.count({ where: { toolName: 'glpi_close_ticket', state: 'pending' } })).toBe(
      0,
    )
  })
})

describe('a yes to names', () => {
  const idOf = (type: 'User' | 'ITILCategory', name: string) =>
    Number(mcp.estate.glpi.rows(type, { name })[0]?.id)

  it.each([
    ['glpi_assign_ticket', {}],
    ['glpi_add_task', { content: 'Rappeler la personne' }],
  ])('of people in %s is for these people', async (tool, more) => {
    const ticketId = newTicket()
    const call = { tool, args: { ticketId, technician: 'mmartin', ...more } }
    const id = await ask(await as(person), call)
    expect((await readApproval(mcp.db, id)).target).toMatchObject({
      id: `${ticketId}@11/user:${idOf('User', 'mmartin')}`,
    })
    await approve(mcp, id)
    const [first, second] = [idOf('User', 'mmartin'), idOf('User', 'jdupont')]
    change('User', first, { name: 'mmartin.old' })
    change('User', second, { name: 'mmartin' })
    expect(reasonOf(await execute(mcp, id, call))).toBe('approval.digest')
    change('User', second, { name: 'jdupont' })
    change('User', first, { name: 'mmartin' })
    expect((await execute(mcp, id, call)).isError).toBeFalsy()
  })

  it('of a category is for that category', async () => {
    const ticketId = newTicket()
    const [one, other] = mcp.estate.glpi
      .rows('ITILCategory')
      .filter(({ id }) => id !== mcp.estate.glpi.row('Ticket', ticketId)?.itilcategories_id)
    const call = { tool: 'glpi_update_ticket', args: { ticketId, category: String(one?.completename) } }
    const id = await ask(await as(person), call)
    await approve(mcp, id)
    const named = (row: typeof one) => ({ name: String(row?.name), completename: String(row?.completename) })
    change('ITILCategory', Number(one?.id), { name: 'Ancienne', completename: 'Ancienne' })
    change('ITILCategory', Number(other?.id), named(one))
    expect(reasonOf(await execute(mcp, id, call))).toBe('approval.digest')
  })
})

describe('a ticket that GLPI tells its requester about', () => {
  const args = { client: 'EHPAD Les Jardins', title: 'Panne', description: 'Plus de réseau.' }
  const named = { ...args, requester: 'jean.dupont' }
  const key = 'wf-9:ticket'

  it('waits for a yes when a person or an outside program opens it', async () => {
    const outside = await openClient(mcp.url, mcp.apiKey)
    clients.push(outside)
    const before = mcp.estate.glpi.rows('Ticket').length
    for (const client of [await as(person), outside]) {
      const { structuredContent } = await client.call('glpi_create_ticket', named)
      expect(structuredContent).toMatchObject({ status: 'approval_required', approval: { level: 'L3' } })
    }
    expect(mcp.estate.glpi.rows('Ticket')).toHaveLength(before)
  })

  it('is opened at once without a requester, and by a workflow', async () => {
    const { structuredContent } = await (await as(person)).call('glpi_create_ticket', args)
    expect(structuredContent).toMatchObject({ status: 'ok' })
    const workflow = await as({ type: 'workflow', name: 'support', runId: 'r1' })
    const opened = await workflow.call('glpi_create_ticket', { ...named, idempotencyKey: key })
    expect(opened.structuredContent).toMatchObject({ status: 'ok' })
  })
})
