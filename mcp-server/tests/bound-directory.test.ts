import { ApprovalOutcome, toolMeta, type UserActor } from '@hub/contracts'
import { signAssertion } from '@hub/kernel'
import { askGrant, decideGrant, readApproval } from '@hub/safeguard'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { Attribute, Change, Client } from 'ldapts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approve, ask, execute, type GatedCall } from './harness/carry-through.ts'
import { type McpClient, openClient } from './harness/open-client.ts'
import { addPerson, verbsOn } from './harness/people.ts'
import { startTestMcp, type TestMcp } from './harness/start-test-mcp.ts'

let mcp: TestMcp
let admin: Client
let person: UserActor
const clients: McpClient[] = []
beforeAll(async () => {
  mcp = await startTestMcp()
  person = await addPerson(mcp, 'N2')
  const { url, caPem, bindDn, bindPassword, baseDn } = mcp.estate.directory
  admin = new Client({ url, tlsOptions: { ca: caPem } })
  await admin.bind(bindDn, bindPassword)
  await admin.add(`OU=Test,${baseDn}`, { objectClass: ['top', 'organizationalUnit'] })
})
afterAll(async () => {
  for (const { client } of clients) await client.close()
  await admin?.unbind()
  await mcp?.close()
})

async function as(actor: UserActor, undoOf?: string): Promise<McpClient> {
  const assertion = { actor, locale: 'fr' as const, ...(undoOf && { undoOf }) }
  const client = await openClient(mcp.url, signAssertion(mcp.assertionSecret, assertion))
  clients.push(client)
  return client
}
const reasonOf = (result: CallToolResult) =>
  (result._meta?.[toolMeta.error] as { reason?: string } | undefined)?.reason
const stateOf = async (id: string) => (await readApproval(mcp.db, id)).state
const groupDn = (name: string) => `CN=${name},OU=Test,${mcp.estate.directory.baseDn}`
const addGroup = (name: string, login = name, member: string[] = []) =>
  admin.add(groupDn(name), {
    objectClass: ['top', 'group'],
    sAMAccountName: login,
    ...(member.length > 0 && { member }),
  })
const replace = (dn: string, type: string, value: string) =>
  admin.modify(
    dn,
    new Change({ operation: 'replace', modification: new Attribute({ type, values: [value] }) }),
  )
async function search(filter: string, attributes = ['member']) {
  const { searchEntries } = await admin.search(mcp.estate.directory.baseDn, { filter, attributes })
  return searchEntries
}
const dnOf = async (login: string) => (await search(`(sAMAccountName=${login})`))[0]?.dn ?? ''
const membersOf = async (name: string) => [(await search(`(cn=${name})`))[0]?.member ?? []].flat()

async function approved(call: GatedCall): Promise<string> {
  const id = await ask(await as(person), call)
  await approve(mcp, id)
  return id
}

/** Carries a call through and gives its request with the call that takes it back. */
async function done(call: GatedCall): Promise<{ id: string; undo: GatedCall }> {
  const id = await approved(call)
  expect((await execute(mcp, id, call)).isError).toBeFalsy()
  const undo = ApprovalOutcome.parse((await readApproval(mcp.db, id)).outcome).undo
  if (!undo) throw new Error('nothing to take back')
  return { id, undo: { tool: undo.toolName, args: undo.arguments } }
}

/** Gives the name of one account to another. */
async function giveName(from: string, to: string): Promise<void> {
  const [first, second] = [await dnOf(from), await dnOf(to)]
  for (const [dn, login] of [
    [first, `${from}.x`],
    [second, from],
  ] as const) {
    await replace(dn, 'sAMAccountName', login)
    await replace(dn, 'userPrincipalName', `${login}@widip.lan`)
  }
}

describe('a yes to a membership', () => {
  it.each([
    ['ad_add_to_group', []],
    ['ad_remove_from_group', ['thomas.nguyen']],
  ])('of %s is not for a group that got the name later', async (tool, logins) => {
    const [first, second] = [`GR-${tool}`, `GR-${tool}-paie`]
    const members = await Promise.all(logins.map(dnOf))
    await addGroup(first, first, members)
    const call = { tool, args: { login: 'thomas.nguyen', group: first } }
    const id = await approved(call)
    await admin.del(groupDn(first))
    await addGroup(second, first, members)
    expect(reasonOf(await execute(mcp, id, call))).toBe('approval.digest')
    expect(await membersOf(second)).toEqual(members)
    expect(await stateOf(id)).toBe('approved')
  })

  it('is carried out while everything is the same', async () => {
    await addGroup('GR-Salle')
    const call = { tool: 'ad_add_to_group', args: { login: 'thomas.nguyen', group: 'GR-Salle' } }
    expect((await execute(mcp, await approved(call), call)).isError).toBeFalsy()
    expect(await membersOf('GR-Salle')).toEqual([await dnOf('thomas.nguyen')])
  })
})

describe('a yes to a copy of groups', () => {
  const call = { tool: 'ad_copy_groups_from', args: { login: 'marie.martin', fromLogin: 'jean.dupont' } }

  it('is not for groups that the model account got later', async () => {
    const id = await approved(call)
    await addGroup('GR-Finance', 'GR-Finance', [await dnOf('jean.dupont')])
    expect(reasonOf(await execute(mcp, id, call))).toBe('approval.digest')
    expect(await membersOf('GR-Finance')).toEqual([await dnOf('jean.dupont')])
  })

  it('is not for another account under the name of the model', async () => {
    const other = { ...call, args: { login: 'marie.martin', fromLogin: 'lucas.perrin' } }
    const id = await approved(other)
    const before = await search('(sAMAccountName=marie.martin)', ['memberOf'])
    await giveName('lucas.perrin', 'marie.martin2')
    expect(reasonOf(await execute(mcp, id, other))).toBe('approval.digest')
    expect(await search('(sAMAccountName=marie.martin)', ['memberOf'])).toEqual(before)
  })
})

describe('a new account', () => {
  const input = { givenName: 'Léa', surname: 'Roy', client: 'EHPAD Les Jardins' }

  it('is answered by a grant of its client only in a unit of that client', async () => {
    const [asker, giver, grantee] = [
      await addPerson(mcp, 'N2'),
      await addPerson(mcp, 'N3'),
      await addPerson(mcp, 'N1'),
    ]
    const scope = {
      toolName: 'ad_create_user',
      requester: `user:${grantee.userId}`,
      arguments: {},
      target: { clientName: 'EHPAD Les Jardins' },
      targetIds: [],
    }
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString()
    const verbs = verbsOn(mcp)
    const grant = await askGrant(verbs, {
      actor: asker,
      input: { scope, reason: 'new people of the site', maxUses: 5, expiresAt },
    })
    const decision = { digest: grant.digest, decision: 'approve' as const, reason: 'agreed' }
    await decideGrant(verbs, { grantId: grant.id, actor: giver, input: decision })
    const client = await as(grantee)
    for (const wrong of [{ container: 'Test' }, { container: 'EHPAD Music Art' }, { client: 'Clients' }]) {
      const refused = await client.call('ad_create_user', { login: 'lea.roy', ...input, ...wrong })
      expect(reasonOf(refused)).toBe('ad.container_elsewhere')
    }
    const named = { client: 'Test', container: 'Test' }
    const asked = await client.call('ad_create_user', { login: 'lea.roy', ...input, ...named })
    expect(asked.structuredContent).toMatchObject({ approval: { state: 'pending' } })
    const own = await client.call('ad_create_user', {
      login: 'lea.roy',
      ...input,
      client: 'ehpad les jardins',
    })
    expect(own.structuredContent).toMatchObject({ approval: { state: 'approved', grantId: grant.id } })
  })

  it('is taken back on the account that was made, not on one that got its name', async () => {
    const { id, undo } = await done({ tool: 'ad_create_user', args: { login: 'lea.neuve', ...input } })
    await giveName('lea.neuve', 'kevin.lopez')
    const result = await (await as(person, id)).call(undo.tool, undo.args)
    expect(reasonOf(result)).toBe('ad.target_changed')
  })

  it('is taken back while it has its name', async () => {
    const { id, undo } = await done({ tool: 'ad_create_user', args: { login: 'lea.passe', ...input } })
    const asked = await ask(await as(person, id), undo)
    await approve(mcp, asked)
    expect((await execute(mcp, asked, undo)).structuredContent).toMatchObject({ data: { enabled: false } })
  })
})

describe('taking back', () => {
  it('is not done on an account that got the name meanwhile', async () => {
    const { id, undo } = await done({ tool: 'ad_disable_account', args: { login: 'helene.caron' } })
    await giveName('helene.caron', 'paul.martin')
    const result = await (await as(person, id)).call(undo.tool, undo.args)
    expect(reasonOf(result)).toBe('undo.other_target')
  })

  it('is not done in a group that got the name meanwhile', async () => {
    await addGroup('GR-Etage')
    const call = { tool: 'ad_add_to_group', args: { login: 'claire.fontaine', group: 'GR-Etage' } }
    const { id, undo } = await done(call)
    await admin.del(groupDn('GR-Etage'))
    await addGroup('GR-Etage-2', 'GR-Etage', [await dnOf('claire.fontaine')])
    const result = await (await as(person, id)).call(undo.tool, undo.args)
    expect(reasonOf(result)).toBe('undo.other_target')
  })
})
