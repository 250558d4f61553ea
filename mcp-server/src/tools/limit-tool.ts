import { UpstreamError } from '@hub/contracts'
import type { EffectTool, ReadTool, Tool, ToolContext } from './define-tool.ts'

/** Time that a tool has to end by itself once its signal is over, in milliseconds. */
export const graceMs = 3_000

/**
 * The same tool, which ends in time whatever its system does: what is still going on `graceMs` after the signal of its
 * context is given up. The answer is lost then, and the effect may still land: the error says `upstream.timeout`.
 */
export function limitTool(tool: Tool): Tool {
  return tool.kind === 'read' ? limitRead(tool) : limitEffect(tool)
}

function limitRead(tool: ReadTool): ReadTool {
  const { name } = tool.descriptor
  return { ...tool, run: async (args, ctx) => inTime(name, ctx, tool.run(args, ctx)) }
}

function limitEffect(tool: EffectTool): EffectTool {
  const { name } = tool.descriptor
  const { makeSecret, evidence } = tool
  return {
    ...tool,
    run: async (args, ctx) => inTime(name, ctx, tool.run(args, ctx)),
    target: async (args, ctx) => inTime(name, ctx, tool.target(args, ctx)),
    preview: async (args, ctx) => inTime(name, ctx, tool.preview(args, ctx)),
    verify: async (args, effect, ctx) => inTime(name, ctx, tool.verify(args, effect, ctx)),
    reconcile: async (args, startedAt, ctx) => inTime(name, ctx, tool.reconcile(args, startedAt, ctx)),
    ...(makeSecret && {
      makeSecret: async (args, ctx) => inTime(name, ctx, makeSecret.call(tool, args, ctx)),
    }),
    ...(evidence && { evidence: async (args, ctx) => inTime(name, ctx, evidence.call(tool, args, ctx)) }),
  }
}

function inTime<T>(toolName: string, { signal }: ToolContext, piece: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined
    const giveUpSoon = () => {
      timer = setTimeout(() => reject(tooLate(toolName)), graceMs)
    }
    if (signal.aborted) giveUpSoon()
    else signal.addEventListener('abort', giveUpSoon, { once: true })
    piece.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', giveUpSoon)
      clearTimeout(timer)
    })
  })
}

function tooLate(toolName: string): UpstreamError {
  return new UpstreamError(`${toolName} did not end in time`, {
    reason: 'upstream.timeout',
    params: { system: toolName },
  })
}
