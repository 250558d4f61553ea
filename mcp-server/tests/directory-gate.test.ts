import { toolMeta } from '@hub/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type McpClient, openClient, textOf } from './harness/open-client.ts'
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

const person = { givenName: 'Léa', surname: 'Roy', client: 'EHPAD Les Jardins' }

describe('the gate', () => {
  it.each([
    ['ad_disable_account', { login: 'thomas.nguyen' }, 'L3'],
    ['ad_disable_account', { login: 'svc-hub' }, 'L4'],
    ['ad_enable_account', { login: 'kevin.lopez' }, 'L3'],
    ['ad_add_to_group', { login: 'jean.dupont', group: 'GG-Accueil' }, 'L3'],
    ['ad_add_to_group', { login: 'jean.dupont', group: 'Domain Admins' }, 'L4'],
    ['ad_remove_from_group', { login: 'jean.dupont', group: 'Backup Operators' }, 'L4'],
    ['ad_copy_groups_from', { login: 'marie.martin', fromLogin: 'jean.dupont' }, 'L3'],
    ['ad_copy_groups_from', { login: 'marie.martin', fromLogin: 'Administrator' }, 'L4'],
    ['ad_create_user', { login: 'lea.roy', ...person }, 'L3'],
    ['ad_create_user', { login: 'adm-lea', ...person }, 'L4'],
  ] as const)('asks for %s %j at %s and writes nothing', async (name, args, level) => {
    mcp.estate.directory.control.clearWrites()
    const { structuredContent } = await outside.call(name, args)
    expect(structuredContent).toMatchObject({ status: 'approval_required', approval: { level } })
    expect(mcp.estate.directory.control.writes()).toEqual([])
  })

  it('tells homonyms by name in the language of people', async () => {
    const mail = 'accueil@clinique.example'
    for (const login of ['marie.martin', 'marie.martin2'])
      await mcp.estate.directory.control.setAttributes(login, { mail: [mail] })
    const result = await outside.call('ad_disable_account', { login: mail })
    expect(result._meta?.[toolMeta.error]).toMatchObject({ code: 'CONFLICT', reason: 'ad.ambiguous' })
    expect(textOf(result)).toMatch(/Plusieurs comptes.*marie\.martin@widip\.lan.*marie\.martin2@widip\.lan/s)
  })

  it('runs the reads', async () => {
    const found = await outside.call('ad_search_users', { query: 'helene caron' })
    expect(found.structuredContent).toMatchObject({ status: 'ok', data: { total: 1 } })
    const groups = await outside.call('ad_list_user_groups', { login: 'helene.caron' })
    expect(groups.structuredContent).toMatchObject({ status: 'ok', data: { privileged: false } })
  })
})
