import { randomUUID } from 'node:crypto'
import { type ActorAssertion, AppError, type ToolOutcome, UpstreamError } from '@hub/contracts'
import { longestCallMs, type ToolSession } from '@hub/kernel'
import type { WorkflowsContext } from './context.ts'

/**
 * Calls one tool in the name of an actor; ends within `longestCallMs`, whatever the tools do.
 * @throws AppError: the tool's own refusal, or UpstreamError when the tools cannot be reached
 */
export async function callTool(
  ctx: WorkflowsContext,
  assertion: ActorAssertion,
  call: { name: string; arguments: Record<string, unknown> },
): Promise<ToolOutcome> {
  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(), longestCallMs)
  try {
    const session = await openWithin(limit.signal, () => ctx.openTools(assertion))
    try {
      const answer = await session.call({ ...call, callId: randomUUID(), signal: limit.signal })
      if ('outcome' in answer) return answer.outcome
      throw new AppError(answer.code, answer.summary.en, answer.reason ? { reason: answer.reason } : {})
    } finally {
      await session.close()
    }
  } finally {
    clearTimeout(timer)
  }
}

/** A way to the tools that opens too late is closed again: nobody waits for it any more. */
function openWithin(signal: AbortSignal, open: () => Promise<ToolSession>): Promise<ToolSession> {
  return new Promise((resolve, reject) => {
    const giveUp = () =>
      reject(
        new UpstreamError('The tools cannot be reached in time', {
          reason: 'upstream.timeout',
          params: { system: 'MCP' },
        }),
      )
    signal.addEventListener('abort', giveUp, { once: true })
    open()
      .then((session) => (signal.aborted ? session.close() : resolve(session)))
      .catch(reject)
  })
}
