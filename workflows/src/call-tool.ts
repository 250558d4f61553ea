import { randomUUID } from 'node:crypto'
import { type ActorAssertion, AppError, type ToolOutcome } from '@hub/contracts'
import { longestCallMs } from '@hub/kernel'
import type { WorkflowsContext } from './context.ts'

/**
 * Calls one tool in the name of an actor.
 * @throws AppError: the tool's own refusal, or UpstreamError when the tools cannot be reached
 */
export async function callTool(
  ctx: WorkflowsContext,
  assertion: ActorAssertion,
  call: { name: string; arguments: Record<string, unknown> },
): Promise<ToolOutcome> {
  const session = await ctx.openTools(assertion)
  try {
    const signal = AbortSignal.timeout(longestCallMs)
    const answer = await session.call({ ...call, callId: randomUUID(), signal })
    if ('outcome' in answer) return answer.outcome
    throw new AppError(answer.code, answer.summary.en, answer.reason ? { reason: answer.reason } : {})
  } finally {
    await session.close()
  }
}
