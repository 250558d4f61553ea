import { toolMeta } from '@hub/contracts'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { type McpClient, openClient, textOf } from './harness/open-client.ts'
import { startTestMcp, type TestMcp } from './harness/start-test-mcp.ts'

let mcp: TestMcp
let outside: McpClient
beforeAll(async () => {
  mcp = await startTestMcp()
})
beforeEach(async () => {
  outside = await openClient(mcp.url, mcp.apiKey)
  await mcp.estate.directory.control.lock('lucas.perrin')
  mcp.estate.directory.control.clearWrites()
})
afterEach(async () => {
  mcp.estate.directory.control.clearFaults()
  await outside.client.close()
})
afterAll(() => mcp?.close())

const unlock = () => outside.call('ad_unlock_account', { login: 'lucas.perrin' })
const isLocked = () => mcp.estate.directory.control.find('lucas.perrin')?.attributes.lockoutTime?.[0] !== '0'
const lastRecord = () =>
  mcp.db.toolExecution.findFirstOrThrow({
    where: { toolName: 'ad_unlock_account' },
    orderBy: { rank: 'desc' },
  })

it('is audited before it happens, and on record after', async () => {
  const result = await unlock()
  expect(result.structuredContent).toMatchObject({ status: 'ok', data: { wasLocked: true, locked: false } })
  const row = await lastRecord()
  expect(row.status).toBe('ok')
  const audits = await mcp.db.userAuditLog.findMany({ where: { action: 'tool.execute' } })
  expect(audits.map(({ details }) => details)).toContainEqual(
    expect.objectContaining({ executionId: row.id, level: 'L2' }),
  )
})

it('says that it is done when only the answer was lost', async () => {
  mcp.estate.directory.control.fault({ kind: 'drop', when: 'after', operation: 'modify' })
  const result = await unlock()
  expect(result._meta?.[toolMeta.error]).toMatchObject({ reason: 'tool.done_unanswered' })
  expect(textOf(result)).toContain('c’est fait')
  expect(isLocked()).toBe(false)
})

it('says what failed when nothing happened', async () => {
  mcp.estate.directory.control.fault({ kind: 'busy', operation: 'modify' })
  const result = await unlock()
  expect(result._meta?.[toolMeta.error]).toMatchObject({ reason: 'ad.unavailable' })
  expect(isLocked()).toBe(true)
  expect(await lastRecord()).toMatchObject({ status: 'error' })
})

it('goes on to its end when the caller leaves', async () => {
  mcp.estate.directory.control.fault({ kind: 'delay', ms: 1_500, operation: 'modify' })
  const controller = new AbortController()
  const left = expect(
    outside.call('ad_unlock_account', { login: 'lucas.perrin' }, { signal: controller.signal }),
  ).rejects.toThrow()
  await vi.waitUntil(async () => (await lastRecord()).status === 'running', { timeout: 10_000 })
  controller.abort(new Error('left'))
  await left
  await outside.client.close()
  await vi.waitUntil(async () => (await lastRecord()).status !== 'running', { timeout: 10_000 })
  expect(await lastRecord()).toMatchObject({ status: 'ok' })
  expect(isLocked()).toBe(false)
})

it('ends the record of a call whose process died', async () => {
  const row = await lastRecord()
  const startedAt = new Date(Date.now() - 6 * 60_000)
  await mcp.db.toolExecution.update({
    where: { id: row.id },
    data: { status: 'running', startedAt, finishedAt: null },
  })
  const another = await mcp.another()
  await vi.waitUntil(async () => (await lastRecord()).status === 'error', { timeout: 10_000 })
  await another.close()
})

it('opens at most 30 requests of one client, also when they come at once', async () => {
  const asked = await Promise.all(
    Array.from({ length: 45 }, (_, index) =>
      outside.call('glpi_close_ticket', { ticketId: 1234, solution: `Solution ${index}` }),
    ),
  )
  const opened = asked.filter(({ isError }) => !isError)
  expect(opened.length).toBeGreaterThan(10)
  expect(opened.length).toBeLessThanOrEqual(30)
  const refused = asked.find(({ isError }) => isError)
  expect(refused?._meta?.[toolMeta.error]).toMatchObject({
    code: 'LIMIT_EXCEEDED',
    reason: 'approval.too_many',
  })
  expect(await mcp.db.approval.count()).toBe(opened.length)
})
