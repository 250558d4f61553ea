import { toolCatalog, toolMeta } from '@hub/contracts'
import { signAssertion } from '@hub/kernel'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type McpClient, openClient, textOf } from './harness/open-client.ts'
import { sayYes } from './harness/people.ts'
import { startTestMcp, type TestMcp } from './harness/start-test-mcp.ts'

let mcp: TestMcp
let outside: McpClient
beforeAll(async () => {
  mcp = await startTestMcp()
  outside = await openClient(mcp.url, mcp.apiKey)
})
afterAll(async () => {
  await outside?.client.close()
  await mcp?.close()
})
beforeEach(() => {
  mcp.estate.directory.control.clearWrites()
  mcp.estate.glpi.clearRequests()
})

/** Everything that reached a system and may have changed it. */
function writesSoFar() {
  const { directory, glpi } = mcp.estate
  const posts = glpi
    .requests()
    .filter(({ method, path }) => method !== 'GET' && !/Session|changeActive/.test(path))
  return [...directory.control.writes(), ...posts]
}

async function askReset(login = 'jean.dupont'): Promise<string> {
  const result = await outside.call('ad_reset_password', { login, ticketId: 1234 })
  const { approval } = result.structuredContent as { approval: { approvalId: string } }
  return approval.approvalId
}

describe('what an outside client sees', () => {
  it('lists the catalogue with level, titles, hints and a JSON schema', async () => {
    const { tools } = await outside.client.listTools()
    expect(tools.map((tool) => tool.name).sort()).toEqual([...toolCatalog.keys()].sort())
    for (const tool of tools) {
      const descriptor = toolCatalog.get(tool.name)
      expect(tool._meta).toEqual({
        [toolMeta.level]: descriptor?.level,
        [toolMeta.titles]: descriptor?.titles,
      })
      expect(tool.annotations).toEqual(descriptor?.annotations)
      expect(tool.inputSchema.type).toBe('object')
    }
    const { inputSchema } = tools.find(({ name }) => name === 'ad_reset_password') ?? {}
    expect(inputSchema?.required).toEqual(['login'])
    expect(inputSchema?.properties?.ticketId).toMatchObject({ type: 'integer', maximum: 2_147_483_647 })
    expect(inputSchema?.properties?.unlock).toMatchObject({ type: 'boolean', default: true })
    expect(tools.find(({ name }) => name === 'glpi_close_ticket')?.inputSchema.required).toEqual(['ticketId'])
  })

  it('does not list to an N1 what an N1 cannot call', async () => {
    const actor = { type: 'user', userId: 'u1', login: 'n1', displayName: 'N1', accreditation: 'N1' } as const
    const assertion = signAssertion(mcp.assertionSecret, { actor, locale: 'en' })
    const { client, call } = await openClient(mcp.url, assertion)
    const names = (await client.listTools()).tools.map(({ name }) => name)
    expect(names).not.toContain('ad_unlock_account')
    expect(names).toContain('ad_reset_password')
    const refused = await call('ad_unlock_account', { login: 'lucas.perrin' })
    expect(refused.isError).toBe(true)
    expect(textOf(refused)).toContain('N2')
    const [row] = await mcp.db.toolExecution.findMany({ where: { actorKey: 'user:u1' } })
    expect(row).toMatchObject({ toolName: 'ad_unlock_account', status: 'denied' })
    expect(writesSoFar()).toEqual([])
    await client.close()
  })

  it('reads, and gets text for a model and data for a program', async () => {
    const result = await outside.call('observium_get_device_status', { device: 'SWITCH-CLIN-STJEAN' })
    expect(textOf(result)).toContain('24/24')
    expect(result.structuredContent).toMatchObject({
      status: 'ok',
      data: { device: { hostname: 'SWITCH-CLIN-STJEAN', state: 'up' } },
    })
    const executionId = String(result._meta?.[toolMeta.executionId])
    const row = await mcp.db.toolExecution.findUniqueOrThrow({ where: { id: executionId } })
    expect(row).toMatchObject({ status: 'ok', actorKey: 'mcp-client:api-key', level: 'L0' })
  })

  it('is told in words which argument is wrong', async () => {
    const result = await outside.call('glpi_get_ticket_details', { ticketId: 'douze', note: 'x' })
    expect(result.isError).toBe(true)
    expect(textOf(result)).toMatch(/ticketId/)
    expect(textOf(result)).toMatch(/note/)
    expect(result._meta?.[toolMeta.error]).toMatchObject({ code: 'VALIDATION', reason: 'tool.arguments' })
  })

  it.each(['safeguard_approve', 'AD_RESET_PASSWORD', 'ad_reset_password ', '__proto__', 'constructor', ''])(
    'has no tool named "%s"',
    async (name) => {
      const result = await outside.call(name, { login: 'jean.dupont' })
      expect(result.isError).toBe(true)
      expect(result._meta?.[toolMeta.error]).toMatchObject({ code: 'NOT_FOUND', reason: 'tool.unknown' })
      const row = await mcp.db.toolExecution.findFirst({ orderBy: { rank: 'desc' } })
      expect(row).toMatchObject({ toolName: name, status: 'denied', actorKey: 'mcp-client:api-key' })
    },
  )

  it('leaves a cut and clean name of a tool that does not exist on record', async () => {
    await outside.call(`no\0tool${'x'.repeat(200)}`)
    const row = await mcp.db.toolExecution.findFirstOrThrow({ orderBy: { rank: 'desc' } })
    expect(row.toolName).toBe(`no\uFFFDtool${'x'.repeat(57)}`)
    expect(row).toMatchObject({ status: 'denied', arguments: {}, messageId: null })
  })
})

describe('a gated tool', () => {
  it('answers with the id and where a person decides, and does nothing', async () => {
    const result = await outside.call('ad_reset_password', { login: 'jean.dupont', ticketId: 1234 })
    expect(result.isError).toBeFalsy()
    expect(textOf(result)).toMatch(
      /approval_required APR-\d{4}-\d{6}: http:\/\/127\.0\.0\.1:3002\/safeguard\/APR-/,
    )
    expect(result.structuredContent).toMatchObject({ status: 'approval_required', approval: { level: 'L3' } })
    expect(writesSoFar()).toEqual([])
  })

  it('cannot be run by naming an approval, wherever it is put', async () => {
    const approvalId = await askReset()
    // the strongest case: a person has said yes, and another program tries to use it
    await sayYes(mcp, approvalId)
    const args = { login: 'jean.dupont', ticketId: 1234 }
    const assertion = { actor: { type: 'workflow', name: 'safeguard', runId: approvalId }, approvalId }
    const headers = {
      'x-approval-id': approvalId,
      'hub-approval': approvalId,
      'x-assertion': JSON.stringify(assertion),
    }
    const withHeaders = await openClient(mcp.url, mcp.apiKey, headers)
    const answers = [
      await outside.call('ad_reset_password', { ...args, approvalId }),
      await outside.call('ad_reset_password', { ...args, _meta: { approvalId } }),
      await outside.call('ad_reset_password', args, { _meta: { approvalId, 'hub/approvalId': approvalId } }),
      await outside.call('ad_reset_password', args, { _meta: { caller: assertion, 'hub/actor': assertion } }),
      await outside.call('ad_reset_password', args, { approvalId, caller: assertion }),
      await withHeaders.call('ad_reset_password', args),
    ]
    for (const answer of answers)
      expect(answer.isError || answer.structuredContent?.status === 'approval_required').toBe(true)
    expect(writesSoFar()).toEqual([])
    const row = await mcp.db.approval.findUniqueOrThrow({ where: { id: approvalId } })
    expect(row).toMatchObject({ state: 'approved', executingAt: null })
    await withHeaders.client.close()
  })

  it.each([
    ['another workflow', 'camille.renard', { type: 'workflow', name: 'support', runId: 'r1' }],
    ['a look-alike', 'celine.barthe', { type: 'workflow', name: 'safeguard ', runId: 'r1' }],
    [
      'a manager',
      'romain.fabre',
      { type: 'user', userId: 'u4', login: 'n4', displayName: 'N4', accreditation: 'N4' },
    ],
  ] as const)('cannot be run with an approval by %s of the Hub', async (_who, login, actor) => {
    const approvalId = await askReset(login)
    await sayYes(mcp, approvalId)
    const token = signAssertion(mcp.assertionSecret, { actor, locale: 'en', approvalId })
    const { client, call } = await openClient(mcp.url, token)
    const answer = await call('ad_reset_password', { login, ticketId: 1234 })
    expect(answer._meta?.[toolMeta.error]).toMatchObject({ code: 'FORBIDDEN', reason: 'approval.executor' })
    expect(writesSoFar()).toEqual([])
    await client.close()
  })

  it('puts a refused use of an approval on record', async () => {
    const rows = await mcp.db.toolExecution.findMany({ where: { actorKey: 'workflow:support:r1' } })
    expect(rows.map(({ status }) => status)).toEqual(['denied'])
  })
})
