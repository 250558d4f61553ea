import { type ActorAssertion, AppError, ConflictError } from '@hub/contracts'
import { readApproval, recordOutcome } from '@hub/safeguard'
import { callTool } from '../call-tool.ts'
import type { WorkflowsContext } from '../context.ts'
import { isGivenUp } from './is-given-up.store.ts'
import { whyNotRun } from './why-not-run.ts'

/** Who runs approved requests, as the tool boundary and the audit know it. */
export function executorAssertion(approvalId: string): ActorAssertion {
  return { actor: { type: 'workflow', name: 'safeguard', runId: approvalId }, locale: 'fr', approvalId }
}

/**
 * Runs one approved request through the gate, which consumes the approval and records the outcome.
 * When several executors try at once, the gate lets one through.
 * A tool boundary that cannot be reached leaves the request approved, for the next try until it is too old.
 * @returns false when it is to be tried again
 */
export async function executeApproved(ctx: WorkflowsContext, approvalId: string): Promise<boolean> {
  const row = await readApproval(ctx.db, approvalId)
  if (row.state !== 'approved') return true
  if (await isGivenUp(ctx.db, row.requestedBy)) {
    await giveUp(
      ctx,
      approvalId,
      new ConflictError('The run that asked has ended', { reason: 'run.given_up' }),
    )
    return true
  }
  const call = { name: row.toolName, arguments: row.arguments as Record<string, unknown> }
  try {
    await callTool(ctx, executorAssertion(approvalId), call)
    return true
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    ctx.log.warn({ approvalId, code: error.code, reason: error.reason }, 'approved request did not run')
    if (!isFinal(error)) return false
    await giveUp(ctx, approvalId, error)
    return true
  }
}

/** After these the request can never run. Somebody else using it at this instant, or a system that is away, is not one. */
function isFinal(error: AppError): boolean {
  if (error.code === 'UPSTREAM_FAILED' || error.code === 'INTERNAL' || error.code === 'LIMIT_EXCEEDED')
    return false
  return !error.reason?.startsWith('approval.state.')
}

/** The target is gone or is not what was approved any more: nothing ran and nothing will. */
async function giveUp(ctx: WorkflowsContext, approvalId: string, error: AppError): Promise<void> {
  await recordOutcome(ctx, {
    approvalId,
    from: 'approved',
    state: 'failed',
    actor: executorAssertion(approvalId).actor,
    summary: whyNotRun(error),
    verification: null,
  })
}
