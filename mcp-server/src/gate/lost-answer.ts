import { UpstreamError } from '@hub/contracts'
import type { EffectTool, ToolContext } from '../tools/define-tool.ts'
import type { GateContext } from './context.ts'
import { lookAfter } from './reconcile-effect.ts'

/**
 * What to tell of an effect (L2) that failed: its own error when nothing happened, else the truth about an effect
 * whose answer was lost. `answer`: did it happen?
 */
export async function truthOf(
  gate: GateContext,
  tool: EffectTool,
  lost: { args: Record<string, unknown>; startedAt: Date; error: unknown; ctx: ToolContext },
): Promise<{ answer: 'yes' | 'no' | 'unknown'; error: unknown }> {
  const { error } = lost
  const answer = await lookAfter(gate, tool, lost).catch((err: unknown) => {
    gate.log.warn({ err, tool: tool.descriptor.name }, 'reconciliation failed')
    return 'unknown' as const
  })
  if (answer === 'no') return { answer, error }
  const truth =
    answer === 'yes'
      ? new UpstreamError('The answer was lost, but the system shows the effect: it is done', {
          reason: 'tool.done_unanswered',
          cause: error,
        })
      : new UpstreamError('The answer was lost and the outcome is not known: check by hand', {
          reason: 'tool.outcome_unknown',
          cause: error,
        })
  return { answer, error: truth }
}
