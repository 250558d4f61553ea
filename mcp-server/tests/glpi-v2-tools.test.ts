import { toolCatalog, toolMeta } from '@hub/contracts'
import { createLogger, signAssertion } from '@hub/kernel'
import { type RunningMcpServer, startMcpServer } from '@hub/mcp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approve, ask, execute, type GatedCall } from './harness/carry-through.ts'
import { type McpClient, openClient, textOf } from './harness/open-client.ts'
import { startTestMcp, type TestMcp } from './harness/start-test-mcp.ts'

/** The harness, with the address of a server that knows GLPI by its High-Level API only. */
let mcp: TestMcp
let server: RunningMcpServer
let outside: McpClient
/** A process of the Hub: it may name the key of a write. */
let workflow: McpClient
const used = new Set<string>()

beforeAll(async () => {
  const harness = await startTestMcp()
  const { glpiV2 } = harness.estate
  const env = {
    ...harness.env,
    GLPI_API: 'v2',
    GLPI_URL: glpiV2.url,
    GLPI_APP_TOKEN: undefined,
    GLPI_USER_TOKEN: undefined,
    GLPI_OAUTH_CLIENT_ID: glpiV2.clientId,
    GLPI_OAUTH_CLIENT_SECRET: glpiV2.clientSecret,
    GLPI_USERNAME: glpiV2.username,
    GLPI_PASSWORD: glpiV2.password,
  }
  server = await startMcpServer(env, { log: createLogger({ name: 'test', level: 'silent' }) })
  mcp = { ...harness, url: server.url }
  outside = await openClient(server.url, mcp.apiKey)
  const actor = { type: 'workflow', name: 'support', runId: 'run-1' } as const
  workflow = await openClient(server.url, signAssertion(mcp.assertionSecret, { actor, locale: 'fr' }))
})
afterAll(async () => {
  await outside?.client.close()
  await workflow?.client.close()
  await server?.close()
  await mcp?.close()
})

/** The data of a call that went well; GLPI is not asked for more than the call says. */
async function call(tool: string, args: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
  used.add(tool)
  const caller = args.idempotencyKey === undefined ? outside : workflow
  const result = await caller.call(tool, args)
  if (result.isError) throw new Error(textOf(result))
  // What could not be verified says so in its text.
  expect(textOf(result)).not.toMatch(/V.rification|Verification/)
  return (result.structuredContent as { data: Record<string, unknown> }).data
}

/** The data of a call that is asked for, approved and executed; GLPI was read again after it. */
async function approved(gated: GatedCall): Promise<unknown> {
  used.add(gated.tool)
  const approvalId = await ask(outside, gated)
  await approve(mcp, approvalId)
  const result = await execute(mcp, approvalId, gated)
  if (result.isError) throw new Error(textOf(result))
  const row = await mcp.db.approval.findUniqueOrThrow({ where: { id: approvalId } })
  expect(row).toMatchObject({ state: 'executed', outcome: { verification: { status: 'verified' } } })
  return (result.structuredContent as { data: unknown }).data
}

const client = 'EHPAD Les Jardins'
const open = (more: Record<string, unknown> = {}) =>
  call('glpi_create_ticket', { client, title: 'Écran noir', description: 'Plus d’image.', ...more })

describe('reads', () => {
  it('find a client, its equipment and its tickets', async () => {
    expect(await call('glpi_search_client', { query: client })).toMatchObject({ total: 1 })
    expect(await call('glpi_list_client_assets', { client, type: 'all' })).toMatchObject({ missing: [] })
    const found = await call('glpi_search_tickets', { client, status: 'open', sort: 'priority' })
    expect(found).toMatchObject({ missing: [] })
    expect(Number(found.total)).toBeGreaterThan(0)
    expect(await call('glpi_list_recent_tickets')).toMatchObject({ missing: [] })
  })

  it('show a ticket', async () => {
    expect(await call('glpi_get_ticket_details', { ticketId: 1234 })).toMatchObject({
      ticket: { title: 'Reset MDP - Jean Dupont', clientName: client, missing: [] },
    })
  })

  it('find tickets by people', async () => {
    const found = await call('glpi_search_tickets', { technician: 'slegrand', status: 'open' })
    expect(found).toMatchObject({ missing: [] })
  })
})

describe('small effects', () => {
  it('open a ticket once', async () => {
    const key = { idempotencyKey: 'wf-1:open', requester: 'jean.dupont' }
    const first = await open(key)
    expect(first).toMatchObject({ clientName: client, alreadyThere: false })
    expect(await open(key)).toEqual({ ...first, alreadyThere: true })
    const [link] = mcp.estate.glpi.rows('Ticket_User', { tickets_id: Number(first.ticketId) })
    expect(link).toMatchObject({ type: 1 })
  })

  it('write a note and a task once', async () => {
    const { ticketId } = await open()
    const note = { ticketId, content: 'Appelé.', isPrivate: true, idempotencyKey: 'wf-1:note' }
    expect(await call('glpi_add_followup', note)).toMatchObject({ alreadyThere: false })
    expect(await call('glpi_add_followup', note)).toMatchObject({ alreadyThere: true })
    const task = { ticketId, content: 'Rappeler', technician: 'slegrand', idempotencyKey: 'wf-1:task' }
    expect(await call('glpi_add_task', task)).toMatchObject({ alreadyThere: false })
    expect(await call('glpi_add_task', task)).toMatchObject({ alreadyThere: true })
    expect(mcp.estate.glpi.rows('ITILFollowup', { items_id: Number(ticketId) })).toHaveLength(1)
    expect(mcp.estate.glpi.rows('TicketTask', { tickets_id: Number(ticketId) })).toHaveLength(1)
  })

  it('assign a ticket, to another, and to nobody', async () => {
    const { ticketId } = await open()
    const assign = (args: Record<string, unknown>) => call('glpi_assign_ticket', { ticketId, ...args })
    expect(await assign({ technician: 'slegrand', group: 'Support' })).toMatchObject({ changed: true })
    expect(await assign({ group: 'Réseau' })).toMatchObject({ after: { groups: ['Réseau'] } })
    expect(await assign({ technician: '-' })).toMatchObject({ after: { technicians: [] } })
    expect(await assign({ technician: '-' })).toMatchObject({ changed: false })
  })

  it('change a ticket', async () => {
    const { ticketId } = await open()
    const change = { ticketId, title: 'Écran remplacé', urgency: 2, status: 'pending' }
    expect(await call('glpi_update_ticket', change)).toMatchObject({ changed: true })
    expect(mcp.estate.glpi.row('Ticket', Number(ticketId))).toMatchObject({
      name: 'Écran remplacé',
      status: 4,
    })
  })
})

describe('approved effects', () => {
  it('tell the client', async () => {
    const args = { ticketId: 1234, content: 'Votre compte est débloqué.', isPrivate: false }
    expect(await approved({ tool: 'glpi_add_followup', args })).toMatchObject({ alreadyThere: false })
  })

  it('solve, and close', async () => {
    const { ticketId } = await open()
    const solve = { tool: 'glpi_add_solution', args: { ticketId, solution: 'Câble changé.' } }
    expect(await approved(solve)).toMatchObject({ status: 'solved' })
    const close = { tool: 'glpi_close_ticket', args: { ticketId } }
    expect(await approved(close)).toMatchObject({ status: 'closed' })
    expect(mcp.estate.glpi.row('Ticket', Number(ticketId))?.status).toBe(6)
  })
})

it('a mail to a client is refused in words: the addresses cannot be read', async () => {
  const result = await outside.call('mail_notify_client', {
    client,
    ticketId: 1234,
    subject: 'Sujet',
    body: 'Bonjour',
  })
  expect(result._meta?.[toolMeta.error]).toMatchObject({ reason: 'glpi.unsupported' })
  expect(textOf(result)).toContain('L’API v2 de GLPI ne donne pas cette information')
})

it('every tool of GLPI was used, and nothing asked the legacy API', () => {
  const names = [...toolCatalog.values()].filter(({ system }) => system === 'glpi').map(({ name }) => name)
  expect([...used].sort()).toEqual(names.sort())
  expect(mcp.estate.glpi.requests()).toEqual([])
})

describe('a start', () => {
  const refusal = async (change: Record<string, string | undefined>) => {
    const { clientId, clientSecret } = mcp.estate.glpiV2
    const v2 = { GLPI_API: 'v2', GLPI_OAUTH_CLIENT_ID: clientId, GLPI_OAUTH_CLIENT_SECRET: clientSecret }
    const env = { ...mcp.env, ...v2, GLPI_URL: mcp.estate.glpiV2.url, ...change }
    return startMcpServer(env, { log: createLogger({ name: 'test', level: 'silent' }) }).then(
      async (started) => {
        await started.close()
        return 'it started'
      },
      (error: Error) => error.message,
    )
  }

  it.each([
    [{ GLPI_OAUTH_CLIENT_ID: undefined }, 'configuration: GLPI_OAUTH_CLIENT_ID is missing'],
    [
      { GLPI_OAUTH_CLIENT_ID: '', GLPI_OAUTH_CLIENT_SECRET: '' },
      'configuration: GLPI_OAUTH_CLIENT_ID is missing; GLPI_OAUTH_CLIENT_SECRET is missing',
    ],
    [{ GLPI_USERNAME: 'hub' }, 'configuration: GLPI_PASSWORD is missing'],
    [{ GLPI_PASSWORD: 'x' }, 'configuration: GLPI_USERNAME is missing'],
    [{ GLPI_API: 'legacy', GLPI_USER_TOKEN: undefined }, 'configuration: GLPI_USER_TOKEN is missing'],
    [
      { GLPI_URL: 'http://127.0.0.1:1/apirest.php' },
      expect.stringMatching(/^configuration: GLPI_URL is the address/),
    ],
    [{ GLPI_API: 'v3' }, expect.stringMatching(/^configuration: GLPI_API: /)],
  ])('with %j is refused in one line', async (change, line) => {
    expect(await refusal(change)).toEqual(line)
  })
})
