import { signAssertion } from '@hub/kernel'
import { verifyAudit } from '@hub/safeguard'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { request } from '../harness/api-client.ts'
import { actorOf, callTool } from '../harness/call-tool.ts'
import { startReplica } from '../harness/start-replica.ts'
import { type Lab, reason, startLab } from './lab.ts'
import { ask, type Path, paths } from './paths.ts'

const timeout = 60_000
let lab: Lab
beforeAll(async () => {
  lab = await startLab()
}, 120_000)
afterEach(() => lab.clear())
afterAll(() => lab?.close())

const refused = (status: number, name: string) => ({ status, body: { error: { reason: name } } })

describe.each(paths)('asked over %s', { timeout }, (path: Path) => {
  it('client-held state: what runs is what was stored, whatever a client sends with its yes', async () => {
    const { approval } = await ask(lab, path, { login: 'jean.dupont' })
    const before = await lab.facts(approval.approvalId)
    for (const more of [
      { arguments: { login: 'marie.martin' } },
      { target: { id: 'x' } },
      { state: 'approved', approved: true },
      { requiredApprovals: 0, securityLevel: 'L0' },
    ])
      expect(await lab.approve('jdupont', approval, more)).toMatchObject({ status: 400 })
    expect(await lab.facts(approval.approvalId)).toEqual(before)
    expect((await lab.approve('jdupont', approval)).status).toBe(200)
    await lab.settle()
    expect(await lab.read(approval.approvalId)).toMatchObject({
      state: 'executed',
      arguments: { login: 'jean.dupont' },
    })
    expect(lab.resets()).toBe(1)
  })

  it('position-matched approvals: a yes to one request is none to its neighbour', async () => {
    const [first, second] = [
      (await ask(lab, path, { login: 'marie.martin' })).approval,
      (await ask(lab, path, { login: 'lucas.perrin' })).approval,
    ]
    expect(first.approvalId).not.toBe(second.approvalId)
    const swapped = { ...first, digest: second.digest }
    expect(await lab.approve('jdupont', swapped)).toMatchObject(refused(409, 'approval.digest'))
    expect((await lab.approve('jdupont', second)).status).toBe(200)
    await lab.settle()
    expect((await lab.read(first.approvalId)).state).toBe('pending')
    expect((await lab.read(second.approvalId)).state).toBe('executed')
    expect(lab.resets()).toBe(1)
  })

  it('reuse: an approval serves once', async () => {
    const { approval } = await ask(lab, path, { login: 'sandrine.gomez' })
    await lab.approve('jdupont', approval)
    await lab.settle()
    const { approvalId } = approval
    const executor = { type: 'workflow' as const, name: 'safeguard', runId: approvalId }
    const call = { name: approval.toolName, arguments: approval.arguments }
    for (let n = 0; n < 2; n += 1)
      expect(await callTool(lab.hub, { actor: executor, locale: 'fr', approvalId }, call)).toMatchObject({
        status: 'denied',
        reason: 'approval.state.executed',
      })
    const again = (await ask(lab, path, { login: 'sandrine.gomez' })).approval
    expect(again).toMatchObject({ state: 'pending', decisions: [] })
    expect(again.approvalId).not.toBe(approvalId)
    await lab.settle()
    expect(lab.resets()).toBe(1)
  })

  it('weak channel identity: only a signed-in session decides', async () => {
    const { approval } = await ask(lab, path, { login: 'thomas.nguyen' })
    const { approvalId, digest } = approval
    const before = await lab.facts(approvalId)
    const manager = await actorOf(lab.hub, 'khora')
    const assertion = signAssertion(String(lab.hub.env.MCP_ASSERTION_SECRET), {
      actor: manager,
      locale: 'fr',
      approvalId,
    })
    const [body, url] = [{ digest, reason }, `/api/safeguard/${approvalId}/approve`]
    const named = {
      'x-user': 'khora',
      'x-forwarded-user': 'khora',
      'x-remote-user': 'khora',
      from: 'khora@widip.fr',
    }
    const session = `hub_session=${lab.as('khora').token}`
    const tries: { body: object; token?: string; headers?: Record<string, string> }[] = [
      { body },
      { body, token: lab.hub.mcpApiKey },
      { body, token: assertion },
      { body, headers: named },
      { body: { ...body, actor: manager, userId: manager.userId } },
      { body, token: lab.as('mmartin').token, headers: named },
      { body, headers: { cookie: session, origin: 'https://mail.example' } },
      { body, headers: { cookie: session, origin: 'null', 'sec-fetch-site': 'cross-site' } },
    ]
    for (const one of tries) {
      const { status } = await request(lab.hub, url, { method: 'POST', ...one })
      expect([401, 403]).toContain(status)
    }
    expect(
      await request(lab.hub, url, {
        method: 'POST',
        token: lab.as('jdupont').token,
        body: { ...body, actor: manager },
      }),
    ).toMatchObject({ status: 400 })
    expect(await lab.facts(approvalId)).toEqual(before)
  })

  it('launch right as approve right: who asked never decides, at any level', async () => {
    const { approval } = await ask(lab, path, { login: 'valerie.blanc', by: 'khora' })
    const { approvalId, digest } = approval
    if (path === 'chat' || path === 'http') {
      expect(await lab.approve('khora', approval)).toMatchObject(refused(403, 'approval.self'))
      expect(await lab.post('khora', approvalId, 'reject', { digest, reason })).toMatchObject(
        refused(403, 'approval.self'),
      )
    } else {
      const token = path === 'mcp' ? lab.hub.mcpApiKey : 'none'
      expect(
        (
          await request(lab.hub, `/api/safeguard/${approvalId}/approve`, {
            method: 'POST',
            token,
            body: { digest },
          })
        ).status,
      ).toBe(401)
    }
    const actor = path === 'workflow' ? approval.requestedBy : await actorOf(lab.hub, 'khora')
    const call = { name: approval.toolName, arguments: approval.arguments }
    const tried = await callTool(lab.hub, { actor, locale: 'fr', approvalId }, call)
    expect(tried).toMatchObject({ status: 'denied', reason: 'approval.executor' })
    await lab.settle()
    expect((await lab.read(approvalId)).state).toBe('pending')
    expect(lab.resets()).toBe(0)
  })

  it('mutable vote: what was said is not said otherwise afterwards', async () => {
    const { approval } = await ask(lab, path, { login: 'philippe.garnier' })
    const { approvalId, digest } = approval
    const no = { digest, reason }
    expect((await lab.post('jdupont', approvalId, 'reject', no)).status).toBe(200)
    const before = await lab.facts(approvalId)
    for (const login of ['jdupont', 'slegrand', 'khora']) {
      expect(await lab.approve(login, approval)).toMatchObject(refused(409, 'approval.state.rejected'))
      expect((await lab.post(login, approvalId, 'reject', no)).status).toBe(409)
    }
    await lab.settle()
    expect(await lab.facts(approvalId)).toEqual(before)
  })

  it('fail-open timeout: time denies', async () => {
    const { approval } = await ask(lab, path, { login: 'laurence.petit' })
    lab.clock.forward(Date.parse(approval.expiresAt) - lab.clock.now().getTime())
    expect(await lab.approve('jdupont', approval)).toMatchObject(refused(409, 'approval.expired'))
    await lab.settle()
    expect(await lab.read(approval.approvalId)).toMatchObject({ state: 'expired', decisions: [] })
    expect(lab.resets()).toBe(0)
  })

  it('race of two approvers: one yes counts, one effect', async () => {
    const { approval } = await ask(lab, path, { login: 'yann.legoff' })
    const answers = await Promise.all(
      ['jdupont', 'slegrand', 'abenali', 'pmoreau'].map((login) => lab.approve(login, approval)),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409])
    await Promise.all([lab.settle(), lab.settle()])
    expect((await lab.read(approval.approvalId)).decisions).toHaveLength(1)
    expect(lab.resets()).toBe(1)
  })

  it('race of approve and expire: one of them, never both', async () => {
    const { approval } = await ask(lab, path, { login: 'antoine.mercier' })
    lab.clock.forward(Date.parse(approval.expiresAt) - lab.clock.now().getTime() - 60)
    const sweep = lab.settle()
    const tries = []
    for (let n = 0; n < 6; n += 1) {
      tries.push(lab.approve(['jdupont', 'slegrand', 'abenali'][n % 3] ?? '', approval))
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    const yes = (await Promise.all(tries)).filter(({ status }) => status === 200).length
    await sweep
    await lab.settle()
    const { state, decisions } = await lab.read(approval.approvalId)
    expect({ state, decisions: decisions.length, resets: lab.resets() }).toEqual(
      yes === 1
        ? { state: 'executed', decisions: 1, resets: 1 }
        : { state: 'expired', decisions: 0, resets: 0 },
    )
    expect(yes).toBeLessThanOrEqual(1)
  })
})

it('race of two approvers on two servers: one yes counts', { timeout }, async () => {
  const replica = await startReplica(lab.hub)
  const { approval } = await ask(lab, 'chat', { login: 'sofia.rodriguez' })
  const { approvalId, digest } = approval
  const statuses = await Promise.all(
    ['jdupont', 'slegrand'].map(async (login, index) => {
      const at = { ...lab.hub, url: index === 0 ? lab.hub.url : replica.url }
      const by = { method: 'POST', token: lab.as(login).token, body: { digest } }
      return (await request(at, `/api/safeguard/${approvalId}/approve`, by)).status
    }),
  )
  await replica.close()
  expect(statuses.toSorted()).toEqual([200, 409])
})

it('has written all of that in an intact chain', async () => {
  expect(await verifyAudit(lab.hub.db)).toMatchObject({ isIntact: true })
})
