import { Approval } from '@hub/contracts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ApiClient, signIn } from './harness/api-client.ts'
import { actorOf, callTool } from './harness/call-tool.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

let hub: TestHub
const people: Record<string, ApiClient> = {}
beforeAll(async () => {
  hub = await startTestHub()
  for (const login of ['jdupont', 'slegrand', 'abenali']) people[login] = await signIn(hub, login)
})
afterAll(() => hub?.close())

const as = (login: string): ApiClient => {
  const client = people[login]
  if (!client) throw new Error(`${login} is not signed in`)
  return client
}
const read = async (id: string) => Approval.parse((await as('jdupont').get(`/api/safeguard/${id}`)).body)
const approve = async (login: string, { approvalId, digest }: Approval) =>
  as(login).send('POST', `/api/safeguard/${approvalId}/approve`, { digest })
const untilExecuted = (id: string) =>
  expect.poll(async () => (await read(id)).state, { timeout: 15_000 }).toBe('executed')
const isDisabled = (login: string) => {
  const control = hub.estate.directory.control.find(login)?.attributes.userAccountControl?.[0]
  return (Number(control) & 2) === 2
}

it('takes an approved effect back through the gate, once', async () => {
  const call = { name: 'ad_disable_account', arguments: { login: 'marie.martin' } }
  const answer = await callTool(hub, { actor: await actorOf(hub, 'mmartin'), locale: 'fr' }, call)
  const id = ('outcome' in answer && answer.outcome.approval?.approvalId) || ''
  await approve('jdupont', await read(id))
  await untilExecuted(id)
  expect(isDisabled('marie.martin')).toBe(true)
  const done = await read(id)
  expect(done.outcome?.undo).toMatchObject({
    toolName: 'ad_enable_account',
    arguments: { login: 'marie.martin' },
    sentence: { fr: expect.stringContaining('marie.martin') },
  })
  const undo = await as('slegrand').send('POST', `/api/safeguard/${id}/undo`)
  expect(undo).toMatchObject({ status: 200, body: { status: 'approval_required' } })
  const asked = await read(String(undo.body.approvalId))
  expect(asked).toMatchObject({ undoOf: id, toolName: 'ad_enable_account', grantId: null })
  expect(asked.context.evidence[0]?.fr).toContain(id)
  expect((await approve('slegrand', asked)).status).toBe(403)
  await approve('abenali', asked)
  await untilExecuted(asked.approvalId)
  expect(isDisabled('marie.martin')).toBe(false)
  expect((await read(id)).you.canUndo).toBe(false)
  expect(await as('jdupont').send('POST', `/api/safeguard/${id}/undo`)).toMatchObject({
    status: 409,
    body: { error: { reason: 'undo.already' } },
  })
}, 45_000)
