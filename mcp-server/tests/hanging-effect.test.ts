import { randomUUID } from 'node:crypto'
import { ActionTarget, adDisableAccount } from '@hub/contracts'
import { createLogger, createMemoryBus, systemClock } from '@hub/kernel'
import { loadPolicy, readApproval } from '@hub/safeguard'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createAskLimit } from '../src/gate/ask-limit.ts'
import type { GateContext } from '../src/gate/context.ts'
import { openPolicyHolder } from '../src/gate/policy-holder.ts'
import { recoverExecutions } from '../src/gate/recover-executions.ts'
import { runTool } from '../src/gate/run-tool.ts'
import { defineEffectTool, type EffectTool, type Tool } from '../src/tools/define-tool.ts'
import { limitTool } from '../src/tools/limit-tool.ts'
import { approve, ask } from './harness/carry-through.ts'
import { type McpClient, openClient } from './harness/open-client.ts'
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

const never = () => new Promise<never>(() => undefined)
const name = adDisableAccount.name

/** An approved request, and a gate whose tool for it hangs in `run`. */
async function approved(login: string, reconcile: EffectTool['reconcile']) {
  const id = await ask(outside, { tool: name, args: { login } })
  await approve(mcp, id)
  const { target } = await readApproval(mcp.db, id)
  const tool: Tool = defineEffectTool({
    descriptor: adDisableAccount,
    reversible: true,
    target: async () => ActionTarget.parse(target),
    preview: never,
    run: never,
    verify: never,
    reconcile,
  })
  return { id, gate: await gateWith(tool), run: { login } }
}

async function gateWith(tool: Tool): Promise<GateContext> {
  const log = createLogger({ name: 'test', level: 'silent' })
  const shared = { db: mcp.db, log, bus: createMemoryBus(log), clock: systemClock }
  const first = await loadPolicy(mcp.env.SAFEGUARD_POLICY_FILE)
  return {
    ...shared,
    registry: new Map([[name, limitTool(tool)]]),
    policy: await openPolicyHolder(shared, { first, file: undefined }),
    encryptionKey: String(mcp.env.HUB_ENCRYPTION_KEY),
    readTicket: never,
    askLimit: createAskLimit(mcp.db),
    effectTimeoutMs: 100,
    publicUrl: 'http://127.0.0.1',
  }
}

const execute = ({ id, gate, run }: Awaited<ReturnType<typeof approved>>) =>
  runTool(gate, {
    name,
    arguments: run,
    caller: {
      actor: { type: 'workflow', name: 'safeguard', runId: id },
      locale: 'fr',
      approvalId: id,
    },
    callId: randomUUID(),
    signal: new AbortController().signal,
  })

it('ends an action that hangs as unknown, although nothing of it is there yet', async () => {
  const action = await approved('thomas.nguyen', async () => 'no')
  const { outcome, summary } = await execute(action)
  expect(outcome).toMatchObject({ approval: { state: 'unknown' } })
  expect(summary.fr).toContain('n’a pas répondu à temps')
  expect((await readApproval(mcp.db, action.id)).state).toBe('unknown')
}, 20_000)

it('ends it too when the look at the system hangs as well', async () => {
  const action = await approved('helene.caron', never)
  await expect(execute(action)).rejects.toMatchObject({ reason: 'upstream.timeout' })
  const later = { now: () => new Date(Date.now() + 61_000) }
  expect(await recoverExecutions({ ...action.gate, clock: later })).toContain(action.id)
  expect((await readApproval(mcp.db, action.id)).state).toBe('unknown')
}, 40_000)
