import { ApprovalOutcome, toolMeta, type UserActor } from '@hub/contracts'
import { signAssertion } from '@hub/kernel'
import { readApproval } from '@hub/safeguard'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { approve, ask, execute } from './harness/carry-through.ts'
import { type McpClient, openClient } from './harness/open-client.ts'
import { addPerson } from './harness/people.ts'
import { startTestMcp, type TestMcp } from './harness/start-test-mcp.ts'

let mcp: TestMcp
let actor: UserActor
let outside: McpClient
const clients: McpClient[] = []
beforeAll(async () => {
  mcp = await startTestMcp()
  actor = await addPerson(mcp, 'N2')
  outside = await open(mcp.apiKey)
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
const as = (undoOf?: string) =>
  open(signAssertion(mcp.assertionSecret, { actor, locale: 'fr', ...(undoOf && { undoOf }) }))
const named = (callId: string) => ({ _meta: { [toolMeta.callId]: callId } })
const heldBy = async (id: string) => (await readApproval(mcp.db, id)).undoneBy

/** An account that was disabled through the gate. */
async function disabled(login: string): Promise<string> {
  const call = { tool: 'ad_disable_account', args: { login } }
  const id = await ask(await as(), call)
  await approve(mcp, id)
  await execute(mcp, id, call)
  return id
}

/** The same, with a small write offered as what takes it back. */
async function undoable(login: string): Promise<string> {
  const id = await disabled(login)
  const { outcome } = await readApproval(mcp.db, id)
  const sentence = { fr: 'Déverrouiller', en: 'Unlock' }
  const undo = { toolName: 'ad_unlock_account', arguments: { login }, sentence }
  // an outcome never changes: the owner of the table looks away from its own rule here
  await mcp.db.$transaction([
    mcp.db.$executeRaw`SET LOCAL session_replication_role = replica`,
    mcp.db.approval.update({ where: { id }, data: { outcome: { ...(outcome as object), undo } } }),
  ])
  await mcp.estate.directory.control.lock(login)
  return id
}

/** The last call of the outside client, as if its process had died before it did anything. */
async function dieEarly(login: string): Promise<string> {
  await mcp.estate.directory.control.lock(login)
  const where = { toolName: 'ad_unlock_account', actorKey: 'mcp-client:api-key' }
  const { id } = await mcp.db.toolExecution.findFirstOrThrow({ where, orderBy: { rank: 'desc' } })
  const startedAt = new Date(Date.now() - 6 * 60_000)
  await mcp.db.toolExecution.update({
    where: { id },
    data: { status: 'running', startedAt, finishedAt: null },
  })
  return id
}

it('settles an uncertain undo by its own record, whatever an outside client names its calls', async () => {
  const login = 'laurence.petit'
  const id = await undoable(login)
  mcp.estate.directory.control.fault({ kind: 'drop', when: 'before', operation: 'modify' })
  await (await as(id)).call('ad_unlock_account', { login }, named('the-undo'))
  mcp.estate.directory.control.clearFaults()
  expect(await heldBy(id)).not.toBeNull()
  await mcp.estate.directory.control.lock('sandrine.gomez')
  const steering = await outside.call('ad_unlock_account', { login: 'sandrine.gomez' }, named('the-undo'))
  expect(steering.isError).toBeFalsy()
  // the account of the undo is locked still: it did not happen
  const late = await mcp.another({ now: () => new Date(Date.now() + 6 * 60_000) })
  const isSettled = async () => (await readApproval(mcp.db, id)).lookedAt === null
  await vi.waitUntil(isSettled, { timeout: 15_000 })
  await late.close()
  expect(await heldBy(id)).toBeNull()
  expect(await mcp.db.toolExecution.count({ where: { callId: 'the-undo' } })).toBe(1)
})

it('keeps an effect taken back though an outside client names its call like the request that did it', async () => {
  const id = await disabled('lucas.perrin')
  const undo = ApprovalOutcome.parse((await readApproval(mcp.db, id)).outcome).undo
  if (!undo) throw new Error('nothing to take back')
  const call = { tool: undo.toolName, args: undo.arguments }
  const asked = await ask(await as(id), call)
  await approve(mcp, asked)
  await execute(mcp, asked, call)
  expect(await heldBy(id)).toBe(asked)
  const login = 'valerie.blanc'
  await outside.call('ad_unlock_account', { login }, named(asked))
  const record = await dieEarly(login)
  const another = await mcp.another()
  const statusOf = async () =>
    (await mcp.db.toolExecution.findUniqueOrThrow({ where: { id: record } })).status
  await vi.waitUntil(async () => (await statusOf()) === 'error', { timeout: 15_000 })
  await another.close()
  expect(await heldBy(id)).toBe(asked)
})
