import { toolMeta, type UserActor } from '@hub/contracts'
import { signAssertion } from '@hub/kernel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type McpClient, openClient } from './harness/open-client.ts'
import { addPerson } from './harness/people.ts'
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

/** What a run that began a while ago calls with: the actor of its start. */
async function runOf(actor: UserActor): Promise<McpClient> {
  const client = await openClient(mcp.url, signAssertion(mcp.assertionSecret, { actor, locale: 'fr' }))
  clients.push(client)
  return client
}
const login = 'lucas.perrin'
const change = ({ userId: id }: UserActor, data: { isActive?: boolean; accreditation?: string }) =>
  mcp.db.user.update({ where: { id }, data })
const reasonOf = (result: { _meta?: Record<string, unknown> | undefined }) => result._meta?.[toolMeta.error]

it.each([
  ['was deactivated', { isActive: false }],
  ['was put lower', { accreditation: 'N1' }],
])('a person who %s in the middle of a run writes nothing and asks for nothing', async (_what, data) => {
  const actor = await addPerson(mcp, 'N2')
  const run = await runOf(actor)
  const { control } = mcp.estate.directory
  await control.lock(login)
  expect((await run.call('ad_unlock_account', { login })).isError).toBeFalsy()
  await change(actor, data)
  await control.lock(login)
  control.clearWrites()
  const write = await run.call('ad_unlock_account', { login })
  const asked = await run.call('ad_reset_password', { login })
  for (const refused of [write, asked])
    expect(reasonOf(refused)).toMatchObject({ code: 'FORBIDDEN', reason: 'approval.not_held' })
  expect(control.writes()).toEqual([])
  expect(await mcp.db.approval.count()).toBe(0)
  const records = await mcp.db.toolExecution.findMany({
    where: { actorKey: `user:${actor.userId}` },
    orderBy: { rank: 'asc' },
  })
  expect(records.map(({ status }) => status)).toEqual(['ok', 'denied', 'denied'])
})

it('a person who was put higher goes on', async () => {
  const actor = await addPerson(mcp, 'N2')
  const run = await runOf(actor)
  await change(actor, { accreditation: 'N3' })
  await mcp.estate.directory.control.lock(login)
  expect((await run.call('ad_unlock_account', { login })).isError).toBeFalsy()
})
