import { toolCatalog } from '@hub/contracts'
import { BrokenPromise } from './allow.ts'
import type { Arena } from './arena.ts'
import { addTo, type Sent } from './ledger.ts'

/**
 * Every call of a known tool by a known caller is on record, with its end. An outside client names no call of its own:
 * its calls are counted.
 * @param outside calls of the outside client so far, by tool and end; those of this round are added
 */
export async function checkRecords(arena: Arena, outside: Map<string, number>): Promise<void> {
  const calls = arena.ledger.sent.filter(
    ({ tool, status, code }) =>
      toolCatalog.has(tool) && status !== 'unauthorized' && code !== 'RPC' && !/^\d/.test(code ?? ''),
  )
  await checkNamed(
    arena,
    calls.filter(({ victim }) => victim.actor !== undefined),
  )
  for (const { victim, tool, status } of calls)
    if (victim.actor === undefined) addTo(outside, `${tool} ${status}`)
  await checkOutside(arena, outside)
}

async function checkNamed({ hub }: Arena, calls: Sent[]): Promise<void> {
  const rows = await hub.db.toolExecution.findMany({
    where: { callId: { in: calls.map(({ callId }) => callId) } },
    select: { callId: true, status: true },
  })
  const statusOf = new Map(rows.map(({ callId, status }) => [callId, status]))
  for (const { callId, tool, status } of calls) {
    const recorded = statusOf.get(callId)
    if (recorded !== status) throw new BrokenPromise(`${tool} was ${status}, the record says ${recorded}`)
  }
}

async function checkOutside({ hub }: Arena, outside: Map<string, number>): Promise<void> {
  const rows = await hub.db.toolExecution.groupBy({
    by: ['toolName', 'status'],
    where: { actorKey: { startsWith: 'mcp-client:' } },
    _count: true,
  })
  const recorded = new Map(rows.map(({ toolName, status, _count }) => [`${toolName} ${status}`, _count]))
  for (const [call, count] of outside)
    if ((recorded.get(call) ?? 0) < count)
      throw new BrokenPromise(`${call}: ${count} times outside, ${recorded.get(call) ?? 0} on record`)
}
