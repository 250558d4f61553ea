import { ApprovalOutcome } from '@hub/contracts'
import type { Clock } from '@hub/kernel'
import { readApproval } from '@hub/safeguard'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { approve, ask, execute } from './harness/carry-through.ts'
import { type McpClient, openClient } from './harness/open-client.ts'
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
const rowOf = (id: string) => readApproval(mcp.db, id)
const untilState = (id: string, ...states: string[]) =>
  vi.waitUntil(async () => states.includes((await rowOf(id)).state), { timeout: 20_000 })
const disable = (login: string) => ({ tool: 'ad_disable_account', args: { login } })

/** An execution whose process fell silent `ageMs` ago. */
async function silent(login: string, ageMs: number): Promise<string> {
  const id = await ask(outside, disable(login))
  await approve(mcp, id)
  const at = new Date(Date.now() - ageMs)
  await mcp.db.approval.update({ where: { id }, data: { state: 'executing', executingAt: at, aliveAt: at } })
  return id
}

describe('an execution whose process died', () => {
  it('is not called failed while its write may still land, and settles by itself after that', async () => {
    const id = await silent('thomas.nguyen', 61_000)
    const soon = await mcp.another()
    await untilState(id, 'unknown', 'failed', 'executed')
    await soon.close()
    expect((await rowOf(id)).state).toBe('unknown')
    const late = await mcp.another(ahead(5 * 60_000))
    await untilState(id, 'failed', 'executed')
    await late.close()
    expect(await rowOf(id)).toMatchObject({ state: 'failed', lookedAt: null })
    const audited = await mcp.db.userAuditLog.findMany({
      where: { subjectId: id, action: 'approval.reconcile' },
    })
    expect(audited).toMatchObject([
      { actor: { type: 'system', name: 'mcp-server' }, details: { state: 'failed', answer: 'no' } },
    ])
  })

  it('is found executed when the write lands after the first look', async () => {
    const id = await silent('helene.caron', 61_000)
    const soon = await mcp.another()
    await untilState(id, 'unknown')
    await soon.close()
    await mcp.estate.directory.control.setAttributes('helene.caron', { userAccountControl: ['514'] })
    const late = await mcp.another(ahead(5 * 60_000))
    await untilState(id, 'executed', 'failed')
    await late.close()
    const { state, outcome } = await rowOf(id)
    expect(state).toBe('executed')
    // nobody kept what was there before: no undo is offered
    expect(ApprovalOutcome.parse(outcome).undo).toBeNull()
  })

  it('is failed at once when nothing of it can land any more', async () => {
    const id = await silent('lucas.perrin', 6 * 60_000)
    const another = await mcp.another()
    await untilState(id, 'unknown', 'failed', 'executed')
    await another.close()
    expect((await rowOf(id)).state).toBe('failed')
  })

  it('can be taken back when what it did is on record', async () => {
    const call = disable('rachid.amrani')
    const id = await ask(outside, call)
    await approve(mcp, id)
    await execute(mcp, id, call)
    const { data } = await mcp.db.toolExecution.findFirstOrThrow({ where: { approvalId: id, status: 'ok' } })
    const other = await silent('maxime.brun', 61_000)
    await mcp.estate.directory.control.setAttributes('maxime.brun', { userAccountControl: ['514'] })
    await mcp.db.toolExecution.updateMany({
      where: { approvalId: other },
      data: { data: data as object, status: 'running' },
    })
    const another = await mcp.another()
    await untilState(other, 'executed', 'failed', 'unknown')
    await another.close()
    expect((await rowOf(other)).outcome).toMatchObject({
      undo: { toolName: 'ad_enable_account', arguments: { login: 'maxime.brun' } },
    })
  })
})

describe('a write whose connection broke', () => {
  it('is unknown until the recovery looks again', async () => {
    const call = disable('sandrine.gomez')
    const id = await ask(outside, call)
    await approve(mcp, id)
    mcp.estate.directory.control.fault({ kind: 'drop', when: 'before', operation: 'modify' })
    await execute(mcp, id, call)
    expect((await rowOf(id)).state).toBe('unknown')
    const early = await mcp.another(ahead(4 * 60_000))
    await early.close()
    expect((await rowOf(id)).state).toBe('unknown')
    const [one, two] = await Promise.all([mcp.another(ahead(5 * 60_000)), mcp.another(ahead(5 * 60_000))])
    await untilState(id, 'failed', 'executed')
    await Promise.all([one.close(), two.close()])
    expect((await rowOf(id)).state).toBe('failed')
    const looks = { where: { subjectId: id, action: 'approval.reconcile' } }
    expect(await mcp.db.userAuditLog.count(looks)).toBe(1)
  })
})
