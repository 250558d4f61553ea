import { isDeepStrictEqual } from 'node:util'
import { type Actor, actorKey, type Locale } from '@hub/contracts'
import { callTool } from '../call-tool.ts'
import type { WorkflowsContext } from '../context.ts'
import { findAsked, readAsked, type SettledState, settledStates } from './act.store.ts'
import { assertMine } from './assert-mine.ts'
import type { Run } from './run.ts'
import type { RunNote } from './run-note.ts'

/** A call that changes something. */
export interface Act {
  tool: string
  arguments: Record<string, unknown>
  locale?: Locale
  note?: (acted: Acted) => RunNote
}

/** How it ended: done at once, decided by people, or not done because the workflow is on trial. */
export type Acted =
  | { state: 'done'; data: unknown }
  | { state: SettledState; approvalId: string; outcome: unknown }
  | { state: 'dry_run'; would: { tool: string; arguments: Record<string, unknown> } }

type Asked = { state: 'done'; data: unknown } | { state: 'asked'; approvalId: string }

/**
 * Changes something through the gate, once per run and arguments, and waits for people where the gate asks them.
 * @param who the workflow that acts
 * @throws StepFailed when the tool refuses
 */
export async function act(
  ctx: WorkflowsContext,
  { run, workflow }: { run: Run; workflow: string },
  { name, call }: { name: string; call: Act },
): Promise<Acted> {
  const { tool, arguments: args, note } = call
  if (run.isDryRun) {
    const would: Acted = { state: 'dry_run', would: { tool, arguments: args } }
    return run.step(name, async () => would, { note })
  }
  const actor: Actor = { type: 'workflow', name: workflow, runId: run.id }
  const asked = await run.step(name, () => ask(ctx, { actor, runId: run.id }, call), {
    note: (value) => (value.state === 'done' && note ? note(value) : {}),
  })
  if (asked.state === 'done') return asked
  const { approvalId } = asked
  const read = () => readSettled(ctx, approvalId)
  await run.wait({
    name: `${name}: decision`,
    reason: { kind: 'approval', approvalId },
    topics: [`approval:${approvalId}`],
    until: null,
  })
  return run.step(`${name}: outcome`, read, { note })
}

/** A request that this run opened before a crash is found again, whatever became of it. */
async function ask(
  ctx: WorkflowsContext,
  { actor, runId }: { actor: Actor; runId: string },
  call: Act,
): Promise<Asked> {
  const { tool, arguments: args, locale = 'fr' } = call
  const earlier = await findAsked(ctx.db, { requesterKey: actorKey(actor), toolName: tool })
  const same = earlier.find((row) => isDeepStrictEqual(row.arguments, args))
  if (same) return { state: 'asked', approvalId: same.approvalId }
  await assertMine(runId)
  const { status, data, approval } = await callTool(ctx, { actor, locale }, { name: tool, arguments: args })
  if (status === 'ok') return { state: 'done', data: data ?? null }
  if (!approval) throw new Error(`${tool}: an approval without its id`)
  return { state: 'asked', approvalId: approval.approvalId }
}

async function readSettled(ctx: WorkflowsContext, approvalId: string): Promise<Acted> {
  const { state, outcome } = await readAsked(ctx.db, approvalId)
  const settled = settledStates.find((one) => one === state)
  if (!settled) throw new Error(`${approvalId} is ${state}, not decided`)
  return { state: settled, approvalId, outcome }
}
