import type { Clock } from '@hub/kernel'
import { giveVerdict, readApproval } from '@hub/safeguard'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { approve, ask, execute } from './harness/carry-through.ts'
import { type McpClient, openClient } from './harness/open-client.ts'
import { addPerson, verbsOn } from './harness/people.ts'
import { startTestMcp, type TestMcp } from './harness/start-test-mcp.ts'

let mcp: TestMcp
let outside: McpClient
beforeAll(async () => {
  mcp = await startTestMcp()
  outside = await openClient(mcp.url, mcp.apiKey)
})
afterEach(() => mcp.estate.directory.control.clearFaults())
afterAll(async () => {
  await outside?.client.close()
  await mcp?.close()
})

const ahead = (ms: number): Clock => ({ now: () => new Date(Date.now() + ms) })
const stateOf = async (id: string) => (await readApproval(mcp.db, id)).state
const untilState = (id: string, ...states: string[]) =>
  vi.waitUntil(async () => states.includes(await stateOf(id)), { timeout: 20_000 })
const disable = (login: string) => ({ tool: 'ad_disable_account', args: { login } })
const asked = { status: 'approval_required' }

/** The records of the calls of one request: that which asked, and that which carried it out. */
const recordsOf = (approvalId: string) =>
  mcp.db.toolExecution.findMany({ where: { approvalId }, orderBy: { rank: 'asc' } })

async function approved(login: string): Promise<string> {
  const id = await ask(outside, disable(login))
  await approve(mcp, id)
  return id
}

it('ends a request and the record of its call together', async () => {
  const id = await approved('thomas.nguyen')
  // whatever ends the process between the two: here the second one is refused
  await mcp.db.$executeRaw`
    CREATE FUNCTION refuse_end() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'killed in between'; END $$`
  await mcp.db.$executeRaw`
    CREATE TRIGGER refuse_end BEFORE UPDATE OF finished_at ON tool_executions
    FOR EACH ROW WHEN (OLD.approval_id IS NOT NULL) EXECUTE FUNCTION refuse_end()`
  await execute(mcp, id, disable('thomas.nguyen'))
  await mcp.db.$executeRaw`DROP TRIGGER refuse_end ON tool_executions`
  expect(await stateOf(id)).toBe('executing')
  expect(await recordsOf(id)).toMatchObject([asked, { status: 'running' }])
  const another = await mcp.another(ahead(61_000))
  await untilState(id, 'executed', 'failed', 'unknown')
  await another.close()
  expect(await stateOf(id)).toBe('executed')
  expect(await recordsOf(id)).toMatchObject([asked, { status: 'ok' }])
})

describe('the record of a call whose outcome was unknown', () => {
  async function unknown(login: string): Promise<string> {
    const id = await approved(login)
    mcp.estate.directory.control.fault({ kind: 'drop', when: 'before', operation: 'modify' })
    await execute(mcp, id, disable(login))
    expect(await stateOf(id)).toBe('unknown')
    expect(await recordsOf(id)).toMatchObject([asked, { status: 'error' }])
    return id
  }

  it.each([
    ['sandrine.gomez', '514', 'executed', 'ok', 'the system shows the effect'],
    ['laurence.petit', '512', 'failed', 'error', 'does not show the effect'],
  ])('follows the look at the system: %s', async (login, control, state, status, words) => {
    const id = await unknown(login)
    await mcp.estate.directory.control.setAttributes(login, { userAccountControl: [control] })
    const late = await mcp.another(ahead(5 * 60_000))
    await untilState(id, 'executed', 'failed')
    await late.close()
    expect(await stateOf(id)).toBe(state)
    const summary = { en: expect.stringContaining(words) }
    expect(await recordsOf(id)).toMatchObject([asked, { status, summary }])
  })

  it('follows the verdict of a person', async () => {
    const id = await unknown('valerie.blanc')
    const { digest } = await readApproval(mcp.db, id)
    const input = { digest, verdict: 'executed' as const, reason: 'Seen in the console' }
    await giveVerdict(verbsOn(mcp), { approvalId: id, actor: await addPerson(mcp, 'N3'), input })
    const summary = { en: expect.stringContaining('Seen in the console') }
    expect(await recordsOf(id)).toMatchObject([asked, { status: 'ok', summary }])
  })
})
