import { isDeepStrictEqual } from 'node:util'
import { actorKey, type Locale, type LocalizedText, type WorkflowActor } from '@hub/contracts'
import { withdrawRequest } from '@hub/safeguard'
import { callTool } from '../call-tool.ts'
import type { WorkflowsContext } from '../context.ts'
import { findAsked, readAsked, type SettledState, settledStates } from './act.store.ts'
import { assertMine } from './assert-mine.ts'
import type { Run } from './run.ts'
import type { RunNote } from './run-note.ts'
import type { Signal } from './wait.ts'

/** A call that changes something. */
export interface Act {
  tool: string
  arguments: Record<string, unknown>
  locale?: Locale
  note?: (acted: Acted) => RunNote
  /** When people are asked: what takes the question back. */
  withdraw?: Withdrawal | undefined
}

/** What may take away the reason of a request that waits for people. */
export interface Withdrawal {
  /** News of these makes the run look. */
  topics: readonly string[]
  /** The look, inside a step. @returns why the request is pointless now; null while it is wanted */
  why(news: Signal): Promise<LocalizedText | null>
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
  const { tool, arguments: args, note, withdraw } = call
  if (run.isDryRun) {
    const would: Acted = { state: 'dry_run', would: { tool, arguments: args } }
    return run.step(name, async () => would, { note })
  }
  const actor: WorkflowActor = { type: 'workflow', name: workflow, runId: run.id }
  const asked = await run.step(name, () => ask(ctx, actor, call), {
    note: (value) => (value.state === 'done' && note ? note(value) : {}),
  })
  if (asked.state === 'done') return asked
  const { approvalId } = asked
  await untilSettled(ctx, run, { name, actor, approvalId, withdraw })
  return run.step(`${name}: outcome`, () => readSettled(ctx, approvalId), { note })
}

interface Pending {
  name: string
  actor: WorkflowActor
  approvalId: string
  withdraw: Withdrawal | undefined
}

/** Waits for people, or takes the request back. Whoever comes first wins: after a yes the outcome is waited for. */
async function untilSettled(ctx: WorkflowsContext, run: Run, pending: Pending): Promise<void> {
  const { name, actor, approvalId } = pending
  const decision = `approval:${approvalId}`
  let { withdraw } = pending
  for (;;) {
    const news = await run.wait({
      name: `${name}: decision`,
      reason: { kind: 'approval', approvalId },
      topics: [decision, ...(withdraw?.topics ?? [])],
      until: null,
    })
    if (!withdraw || news === null || news.topic === decision) return
    const { why } = withdraw
    const reason = await run.step(`${name}: still wanted`, () => why(news))
    if (reason === null) continue
    const takeBack = () => withdrawRequest(ctx, { approvalId, actor, reason })
    const state = await run.step(`${name}: withdraw`, takeBack)
    if (settledStates.some((one) => one === state)) return
    withdraw = undefined
  }
}

/** A request that this run opened before a crash is found again, whatever became of it. */
async function ask(ctx: WorkflowsContext, actor: WorkflowActor, call: Act): Promise<Asked> {
  const { tool, arguments: args, locale = 'fr' } = call
  const earlier = await findAsked(ctx.db, { requesterKey: actorKey(actor), toolName: tool })
  const same = earlier.find((row) => isDeepStrictEqual(row.arguments, args))
  if (same) return { state: 'asked', approvalId: same.approvalId }
  await assertMine(ctx.db, actor.runId)
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
