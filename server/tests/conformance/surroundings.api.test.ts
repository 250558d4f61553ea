import { randomUUID } from 'node:crypto'
import type { Approval, HubEvent } from '@hub/contracts'
import { mcpTools } from '@hub/kernel'
import { verifyAudit } from '@hub/safeguard'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { request } from '../harness/api-client.ts'
import { actorOf, callTool } from '../harness/call-tool.ts'
import { type Lab, reason, startLab } from './lab.ts'
import { addressesOf, openEvery } from './open-every-address.ts'
import { ask, type Path, paths } from './paths.ts'

const timeout = 60_000
const events: HubEvent[] = []
let lab: Lab
beforeAll(async () => {
  lab = await startLab()
  lab.hub.bus.subscribe({ onEvent: (event) => void events.push(event) })
}, 120_000)
afterEach(() => lab.clear())
afterAll(() => lab?.close())

const run = (sql: string) => lab.hub.db.$executeRawUnsafe(sql)
const refused = (status: number, name: string) => ({ status, body: { error: { reason: name } } })

/** While `work` runs, no row enters the audit log: the disk is full, say. */
async function withoutAudit(work: () => Promise<void>): Promise<void> {
  await run(
    `CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'disk full'; END $$`,
  )
  await run(
    'CREATE TRIGGER full_disk BEFORE INSERT ON user_audit_log FOR EACH ROW EXECUTE FUNCTION full_disk()',
  )
  try {
    await work()
  } finally {
    await run('DROP TRIGGER full_disk ON user_audit_log')
    await run('DROP FUNCTION full_disk')
  }
}

describe.each(paths)('asked over %s', { timeout }, (path: Path) => {
  it('previews by link opening: no address in any message decides by being opened', async () => {
    const { approval, told } = await ask(lab, path, { login: 'jean.dupont' })
    const { approvalId } = approval
    const before = await lab.facts(approvalId)
    const openapi = JSON.stringify((await request(lab.hub, '/api/openapi.json')).body)
    const everything = [told, JSON.stringify(events), JSON.stringify(approval), openapi].join('\n')
    const addresses = addressesOf(everything, lab.hub, approvalId)
    for (const must of [`/api/safeguard/${approvalId}/approve`, `/api/safeguard/${approvalId}/break-glass`])
      expect(addresses).toContain(must)
    if (path === 'mcp') expect(addresses).toContain(`/safeguard/${approvalId}`)
    await openEvery(lab.hub, addresses, [undefined, lab.as('jdupont').token, lab.as('khora').token])
    await lab.settle()
    expect(await lab.facts(approvalId)).toEqual(before)
  })

  it('best-effort audit: without its audit row nothing is asked, decided or executed', async () => {
    const { approval } = await ask(lab, path, { login: 'marie.martin' })
    const { approvalId, digest } = approval
    const count = await lab.hub.db.approval.count()
    const before = await lab.facts(approvalId)
    await withoutAudit(async () => {
      expect((await lab.approve('jdupont', approval)).status).toBe(500)
      expect((await lab.post('jdupont', approvalId, 'reject', { digest, reason })).status).toBe(500)
      await expect(ask(lab, path, { login: 'lucas.perrin' })).rejects.toThrow()
    })
    expect(await lab.facts(approvalId)).toEqual(before)
    const closings = await lab.hub.db.approval.count({ where: { toolName: 'glpi_close_ticket' } })
    expect((await lab.hub.db.approval.count()) - closings).toBe(count - closings)
    expect((await lab.approve('jdupont', approval)).status).toBe(200)
    const executor = { type: 'workflow' as const, name: 'safeguard', runId: approvalId }
    const call = { name: approval.toolName, arguments: approval.arguments }
    await withoutAudit(async () => {
      expect(await callTool(lab.hub, { actor: executor, locale: 'fr', approvalId }, call)).toMatchObject({
        status: 'error',
      })
    })
    expect((await lab.read(approvalId)).state).toBe('approved')
    expect(lab.resets()).toBe(0)
    await lab.settle()
    expect(lab.resets()).toBe(1)
  })

  it('truncated preview: no yes before the whole preview was on the screen, where that is asked', async () => {
    const { approval } = await ask(lab, path, { login: 'adm-dmarchand', by: 'slegrand' })
    const { approvalId, digest } = approval
    expect(approval).toMatchObject({
      securityLevel: 'L4',
      previewRequired: true,
      preview: { complete: true },
    })
    for (const login of ['abenali', 'pmoreau']) await lab.as(login).get(`/api/safeguard/${approvalId}`)
    expect(await lab.approve('abenali', approval)).toMatchObject(refused(409, 'approval.preview_unseen'))
    expect(await lab.post('abenali', approvalId, 'seen', { digest: 'f'.repeat(64) })).toMatchObject({
      status: 409,
    })
    expect(await lab.approve('abenali', approval)).toMatchObject(refused(409, 'approval.preview_unseen'))
    await lab.post('abenali', approvalId, 'seen', { digest })
    expect((await lab.approve('abenali', approval)).body).toMatchObject({ state: 'pending' })
    expect(await lab.approve('pmoreau', approval)).toMatchObject(refused(409, 'approval.preview_unseen'))
    await lab.settle()
    expect(lab.resets()).toBe(0)
  })

  it('unknown outcome retried: what may have happened is not done again', async () => {
    const { approval } = await ask(lab, path, { login: 'sandrine.gomez' })
    await lab.approve('jdupont', approval)
    const { control } = lab.hub.estate.directory
    control.fault({ kind: 'drop', when: 'after', operation: 'modify' })
    // its answer is lost, and the directory tells nothing from then on
    for (let n = 0; n < 40; n += 1) control.fault({ kind: 'unavailable', after: 'modify' })
    await execute(approval)
    control.clearFaults()
    expect((await lab.read(approval.approvalId)).state).toBe('unknown')
    expect(lab.resets()).toBe(1)
    await lab.settle()
    expect(await execute(approval)).toMatchObject({ status: 'denied', reason: 'approval.state.unknown' })
    const { digest, approvalId } = approval
    expect(await lab.approve('slegrand', approval)).toMatchObject(refused(409, 'approval.state.unknown'))
    const again = (await ask(lab, path, { login: 'sandrine.gomez' })).approval
    expect(again).toMatchObject({ state: 'pending', decisions: [] })
    expect(lab.resets()).toBe(1)
    const verdict = { digest, verdict: 'executed', reason: 'The caller logs on with it' }
    expect(await lab.post('slegrand', approvalId, 'verdict', verdict)).toMatchObject({
      body: { state: 'executed' },
    })
    expect(lab.resets()).toBe(1)
  })

  it('model can reach an approving tool: no tool of this path decides', async () => {
    const { approval } = await ask(lab, path, { login: 'thomas.nguyen' })
    const actor = approval.requestedBy
    const open = mcpTools({ url: lab.hub.mcpUrl, assertionSecret: String(lab.hub.env.MCP_ASSERTION_SECRET) })
    const session = await open({ actor, locale: 'fr' })
    const tools = await session.list()
    const deciding =
      /approve|reject|decide|decision|grant|break|verdict|reconcile|defer|cancel|delegat|consume|policy/i
    expect(tools.length).toBeGreaterThan(10)
    expect(tools.map(({ name }) => name).filter((name) => deciding.test(name))).toEqual([])
    const before = await lab.facts(approval.approvalId)
    const { approvalId, digest } = approval
    for (const name of [
      'safeguard_approve',
      'approve_request',
      'safeguard_decide',
      'safeguard_get_my_request',
    ]) {
      const signal = AbortSignal.timeout(10_000)
      const args = { approvalId, requestId: approvalId, digest, decision: 'approve', approved: true }
      expect(await session.call({ name, arguments: args, callId: randomUUID(), signal })).toMatchObject({
        status: expect.stringMatching(/denied|error/),
      })
    }
    await session.close()
    expect(await lab.facts(approvalId)).toEqual(before)
  })

  it('ungated trigger path: an event, a socket frame or a job cannot start what nobody approved', async () => {
    const { approval } = await ask(lab, path, { login: 'valerie.blanc' })
    const { approvalId } = approval
    const before = await lab.facts(approvalId)
    for (const type of ['safeguard:request_approved', 'safeguard:request_executing'] as const) {
      const data = { approvalId, state: 'approved', level: 'L0' }
      await lab.hub.bus.publish({ id: 9_000_000, type, at: lab.clock.now().toISOString(), data })
    }
    await sendFrames(approval)
    await lab.settle()
    for (const name of ['safeguard', 'support', 'sentinel'])
      expect(await execute(approval, name)).toMatchObject({ status: 'denied' })
    expect(await lab.facts(approvalId)).toEqual(before)
  })

  it('message typed while pending: "yes" in the chat is no yes', async () => {
    const { approval } = await ask(lab, path, { login: 'philippe.garnier', by: 'jdupont' })
    const { approvalId, context } = approval
    const before = await lab.facts(approvalId)
    const own = path === 'chat' && context.conversationId ? { conversationId: context.conversationId } : {}
    const typed = ['oui', 'approve', 'yes do it', `J’approuve ${approvalId}`, '/approve', 'ok vas-y']
    for (const content of typed) await lab.as('jdupont').ask({ content, ...own })
    for (const content of typed.slice(0, 2))
      await lab.as('khora').ask({ content: `${content} ${approvalId}` })
    await lab.post('khora', approvalId, 'comments', { body: 'yes, approved, do it' })
    await lab.settle()
    expect(await lab.facts(approvalId)).toEqual(before)
  })
})

/** Carries a request out as the executor does, or as another workflow tries to. */
function execute({ approvalId, toolName: name, arguments: args }: Approval, workflow = 'safeguard') {
  const actor = { type: 'workflow' as const, name: workflow, runId: approvalId }
  return callTool(lab.hub, { actor, locale: 'fr', approvalId }, { name, arguments: args })
}

/** A signed-in approver's page sends what it likes over its socket. */
async function sendFrames({ approvalId, digest }: Approval): Promise<void> {
  const headers = { authorization: `Bearer ${lab.as('khora').token}` }
  const socket = new WebSocket(`${lab.hub.url.replace(/^http/, 'ws')}/api/safeguard/ws`, { headers })
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  for (const type of ['approve', 'safeguard:approve', 'safeguard:request_approved'])
    socket.send(JSON.stringify({ type, id: 1, approvalId, digest, data: { approvalId, digest } }))
  await new Promise((resolve) => setTimeout(resolve, 200))
  socket.terminate()
}

it('best-effort audit: a small write that needs nobody does not run without its audit row either', {
  timeout,
}, async () => {
  await lab.hub.estate.directory.control.lock('lucas.perrin')
  const by = { actor: await actorOf(lab.hub, 'jdupont'), locale: 'fr' as const }
  const call = { name: 'ad_unlock_account', arguments: { login: 'lucas.perrin' } }
  await withoutAudit(async () => {
    expect(await callTool(lab.hub, by, call)).toMatchObject({ status: 'error' })
  })
  expect(lab.hub.estate.directory.control.writes()).toEqual([])
  expect(await callTool(lab.hub, by, call)).toMatchObject({ status: 'ok' })
})

it('has written all of that in an intact chain', async () => {
  expect(await verifyAudit(lab.hub.db)).toMatchObject({ isIntact: true })
})
