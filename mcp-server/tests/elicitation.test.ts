import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import {
  type CallToolResult,
  type ClientCapabilities,
  ElicitRequestSchema,
  type ElicitResult,
} from '@modelcontextprotocol/sdk/types.js'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startTestMcp, type TestMcp } from './harness/start-test-mcp.ts'

let mcp: TestMcp
beforeAll(async () => {
  mcp = await startTestMcp()
})
afterAll(() => mcp?.close())

/** The official client of a program that can ask its person; `asked` is what it was given. */
async function openAsking(capability: NonNullable<ClientCapabilities['elicitation']>, url = mcp.url) {
  const client = new Client({ name: 'desk', version: '1' }, { capabilities: { elicitation: capability } })
  const asked: Record<string, unknown>[] = []
  client.setRequestHandler(ElicitRequestSchema, ({ params }): ElicitResult => {
    asked.push(params)
    return { action: 'accept', ...(params.mode === 'url' ? {} : { content: {} }) }
  })
  const init = { headers: { authorization: `Bearer ${mcp.apiKey}` } }
  const transport = new StreamableHTTPClientTransport(new URL(url), { requestInit: init })
  await client.connect(transport)
  const call = async (name: string, args: Record<string, unknown>) =>
    (await client.callTool({ name, arguments: args })) as CallToolResult
  return { client, transport, asked, call }
}

const idOf = ({ structuredContent }: CallToolResult) =>
  (structuredContent as { approval: { approvalId: string } }).approval.approvalId

describe('a client that can ask its person', () => {
  it.each([
    ['url', { url: {} }],
    ['url', { url: {}, form: {} }],
    ['form', { form: {} }],
    ['form', {}],
  ] as const)('is told by %s where to decide, and gets the answer all the same', async (mode, capability) => {
    const { client, asked, call } = await openAsking(capability)
    const result = await call('ad_reset_password', { login: 'jean.dupont', ticketId: 1234 })
    const id = idOf(result)
    expect(result.structuredContent).toMatchObject({ status: 'approval_required' })
    await vi.waitUntil(() => asked.length === 1)
    const place = `http://127.0.0.1:3002/safeguard/${id}`
    expect(asked[0]).toMatchObject(
      mode === 'url'
        ? { mode: 'url', elicitationId: id, url: place }
        : { message: expect.stringContaining(place), requestedSchema: { type: 'object', properties: {} } },
    )
    // "accept" opened a page at most
    const row = await mcp.db.approval.findUniqueOrThrow({ where: { id }, include: { decisions: true } })
    expect(row).toMatchObject({ state: 'pending', decisions: [] })
    await client.close()
  })

  it('is asked nothing about a read, or about a refusal', async () => {
    const { client, asked, call } = await openAsking({ url: {} })
    await call('observium_get_device_status', { device: 'SWITCH-CLIN-STJEAN' })
    await call('ad_reset_password', { login: 'nobody.here' })
    expect(asked).toEqual([])
    await client.close()
  })

  it('needs no memory of the server: another replica knows what the client can do', async () => {
    const { client, transport, asked, call } = await openAsking({ url: {} })
    const replica = await mcp.another()
    expect(transport.sessionId).toMatch(/^[0-9a-f-]{36}\.elicit-url$/)
    const answer = await fetch(replica.url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${mcp.apiKey}`,
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        'mcp-session-id': String(transport.sessionId),
      },
      body: JSON.stringify({
        jsonrpc: '2.0',
        id: 7,
        method: 'tools/call',
        params: { name: 'glpi_close_ticket', arguments: { ticketId: 1234 } },
      }),
    })
    const text = await answer.text()
    expect(text.indexOf('elicitation/create')).toBeGreaterThan(-1)
    expect(text.indexOf('approval_required')).toBeGreaterThan(text.indexOf('elicitation/create'))
    expect(asked).toEqual([])
    await call('safeguard_list_my_requests', {})
    await replica.close()
    await client.close()
  })
})

it('gives a client that cannot ask no session and a plain answer', async () => {
  const client = new Client({ name: 'plain', version: '1' })
  const init = { headers: { authorization: `Bearer ${mcp.apiKey}` } }
  const transport = new StreamableHTTPClientTransport(new URL(mcp.url), { requestInit: init })
  await client.connect(transport)
  expect(transport.sessionId).toBeUndefined()
  await client.close()
})
