import { AppError } from '@hub/contracts'
import { mayHaveTakenEffect } from '@hub/kernel'
import type { EffectTool, ToolContext } from '../tools/define-tool.ts'
import type { GateContext } from './context.ts'

/** A refusal by the system itself: the effect did not happen. A lost answer is not one. */
function isDefinite(error: unknown): boolean {
  return error instanceof AppError && error.code !== 'UPSTREAM_FAILED' && error.code !== 'INTERNAL'
}

/**
 * Looks whether an effect whose answer was lost has happened. Once the request may have reached the system, "not
 * there" is no answer yet: the system may still be at it.
 */
async function reconcileEffect(
  tool: EffectTool,
  lost: { args: Record<string, unknown>; startedAt: Date; error: unknown },
  ctx: ToolContext,
): Promise<'yes' | 'no' | 'unknown'> {
  const answer = await tool.reconcile(lost.args, lost.startedAt, ctx)
  return answer === 'no' && mayStillLand(lost.error) ? 'unknown' : answer
}

function mayStillLand(error: unknown): boolean {
  if (!(error instanceof AppError)) return true
  // Also when the connection was closed: a proxy may have done that while the system goes on.
  if (mayHaveTakenEffect(error)) return true
  return error.cause instanceof AppError && mayStillLand(error.cause)
}

/**
 * What a look at the system says after `run` threw, whatever it threw: a write may have landed before the error, e.g.
 * when reading it back was refused. When the look fails too after a definite error, nobody knows.
 */
export async function lookAfter(
  gate: GateContext,
  tool: EffectTool,
  thrown: { args: Record<string, unknown>; startedAt: Date; error: unknown; ctx: ToolContext },
): Promise<'yes' | 'no' | 'unknown'> {
  try {
    return await reconcileEffect(tool, thrown, thrown.ctx)
  } catch (err) {
    if (!isDefinite(thrown.error) || !(err instanceof AppError)) throw err
    gate.log.warn({ err, tool: tool.descriptor.name }, 'reconciliation failed')
    return 'unknown'
  }
}
