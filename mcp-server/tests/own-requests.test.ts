import { type ActorAssertion, type MyRequest, toolMeta, type UserActor } from '@hub/contracts'
import { signAssertion } from '@hub/kernel'
import { readApproval } from '@hub/safeguard'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type McpClient, openClient, textOf } from './harness/open-client.ts'
import { addPerson, sayNo } from './harness/people.ts'
import { startTestMcp, type TestMcp } from './harness/start-test-mcp.ts'

let mcp: TestMcp
const clients: McpClient[] = []
beforeAll(async () => {
  mcp = await startTestMcp()
})
afterAll(async () => {
  for (const { client } of clients) await client.close()
  await mcp?.close()
})

async function open(token: string): Promise<McpClient> {
  const client = await openClient(mcp.url, token)
  clients.push(client)
  return client
}
const as = (actor: UserActor, more: Partial<ActorAssertion> = {}) =>
  open(signAssertion(mcp.assertionSecret, { actor, locale: 'en', ...more }))

async function ask({ call }: McpClient, login: string): Promise<string> {
  const { structuredContent } = await call('ad_reset_password', { login })
  return (structuredContent as { approval: { approvalId: string } }).approval.approvalId
}

describe('following one’s own requests', () => {
  it('tells an outside client the state, the reason of a no, and nothing of others', async () => {
    const [outside, person] = [await open(mcp.apiKey), await as(await addPerson(mcp, 'N1'))]
    const [mine, theirs] = [await ask(outside, 'jean.dupont'), await ask(person, 'marie.martin')]
    await sayNo(mcp, mine, 'The caller is not known to us')
    const read = await outside.call('safeguard_get_my_request', { requestId: mine })
    expect(read.structuredContent).toMatchObject({
      data: {
        request: {
          approvalId: mine,
          state: 'rejected',
          refusalReason: 'The caller is not known to us',
          approvals: 0,
          // one more than the policy says: the key has no owner
          requiredApprovals: 2,
          outcome: null,
          url: `http://127.0.0.1:3002/safeguard/${mine}`,
        },
      },
    })
    expect(textOf(read)).toContain('refusée')
    const refused = await outside.call('safeguard_get_my_request', { requestId: theirs })
    expect(refused._meta?.[toolMeta.error]).toMatchObject({ code: 'NOT_FOUND', reason: 'approval.not_yours' })
    const idsOf = async ({ call }: McpClient, args = {}) => {
      const { structuredContent } = await call('safeguard_list_my_requests', args)
      const { data } = structuredContent as { data: { requests: MyRequest[] } }
      return data.requests.map(({ approvalId }) => approvalId)
    }
    expect(await idsOf(outside)).toEqual([mine])
    expect(await idsOf(outside, { onlyOpen: true })).toEqual([])
    expect(await idsOf(person, { onlyOpen: true })).toEqual([theirs])
  })
})

describe('a key with an owner', () => {
  it('asks as that person, with the lower rights, and not at all once they are gone', async () => {
    const owner = await addPerson(mcp, 'N1')
    const apiKey = mcp.apiKey
    const bound = await mcp.another(undefined, { MCP_API_KEY_OWNER: owner.login.toUpperCase() })
    const outside = await openClient(bound.url, apiKey)
    const refused = await outside.call('ad_unlock_account', { login: 'lucas.perrin' })
    expect(textOf(refused)).toContain('N2')
    const id = await ask(outside, 'helene.caron')
    const row = await readApproval(mcp.db, id)
    expect(row).toMatchObject({
      requesterKey: `user:${owner.userId}`,
      requestedBy: { type: 'mcp-client', owner: { userId: owner.userId } },
    })
    await mcp.db.user.update({ where: { id: owner.userId }, data: { accreditation: 'N4' } })
    const decision = mcp.db.approvalDecision.create({
      data: {
        approvalId: id,
        kind: 'approve',
        userId: owner.userId,
        displayName: owner.displayName,
        accreditation: 'N4',
        digest: row.digest,
        at: new Date(),
      },
    })
    await expect(decision).rejects.toThrow('the requester cannot approve')
    await mcp.db.user.update({ where: { id: owner.userId }, data: { isActive: false } })
    await expect(outside.call('safeguard_list_my_requests')).rejects.toThrow('not active')
    await outside.client.close()
    await bound.close()
  })
})
