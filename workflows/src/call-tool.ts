import { randomUUID } from 'node:crypto'
import { type ActorAssertion, AppError, type ToolOutcome, UpstreamError } from '@hub/contracts'
import { longestCallMs, type ToolSession } from '@hub/kernel'
import type { WorkflowsContext } from './context.ts'

interface NamedCall {
  name: string
  arguments: Record<string, unknown>
}

/** One way to the tools for several calls of one actor. */
export interface ToolCalls {
  /** Ends within `longestCallMs`, whatever the tools do. @throws AppError as `callTool` does */
  call(call: NamedCall): Promise<ToolOutcome>
  close(): Promise<void>
}

/** Opens the way with its first call; one that could not be opened is opened again by the next. */
export function openCalls(ctx: WorkflowsContext, assertion: ActorAssertion): ToolCalls {
  let opened: Promise<ToolSession> | undefined
  const open = () => {
    const opening = opened ?? ctx.openTools(assertion)
    opened = opening
    const forget = () => {
      if (opened === opening) opened = undefined
    }
    opening.catch(forget)
    return { opening, forget }
  }
  return {
    async call(call) {
      const limit = new AbortController()
      const timer = setTimeout(() => limit.abort(), longestCallMs)
      const { opening, forget } = open()
      try {
        const session = await openWithin(limit.signal, opening, forget)
        const answer = await session.call({ ...call, callId: randomUUID(), signal: limit.signal })
        if ('outcome' in answer) return answer.outcome
        throw new AppError(answer.code, answer.summary.en, answer.reason ? { reason: answer.reason } : {})
      } finally {
        clearTimeout(timer)
      }
    },
    async close() {
      const session = await opened
      opened = undefined
      await session?.close()
    },
  }
}

/**
 * Calls one tool in the name of an actor; ends within `longestCallMs`, whatever the tools do.
 * @throws AppError: the tool's own refusal, or UpstreamError when the tools cannot be reached
 */
export async function callTool(
  ctx: WorkflowsContext,
  assertion: ActorAssertion,
  call: NamedCall,
): Promise<ToolOutcome> {
  const calls = openCalls(ctx, assertion)
  try {
    return await calls.call(call)
  } finally {
    await calls.close()
  }
}

/** A way to the tools that opens too late is closed again: nobody waits for it any more. */
function openWithin(
  signal: AbortSignal,
  opening: Promise<ToolSession>,
  forget: () => void,
): Promise<ToolSession> {
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      forget()
      reject(
        new UpstreamError('The tools cannot be reached in time', {
          reason: 'upstream.timeout',
          params: { system: 'MCP' },
        }),
      )
    }
    signal.addEventListener('abort', giveUp, { once: true })
    opening.then((session) => (signal.aborted ? session.close() : resolve(session))).catch(reject)
  })
}
