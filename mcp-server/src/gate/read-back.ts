import type { EffectTool, ToolContext, Verification } from '../tools/define-tool.ts'
import { failureText } from './failure-text.ts'

/** The effect stands whatever the second read gives: a failed read is said, not thrown. */
export async function readBack(
  tool: EffectTool,
  read: {
    args: Record<string, unknown>
    effect: { data: unknown; startedAt: Date }
    ctx: ToolContext
  },
): Promise<Verification> {
  try {
    return await tool.verify(read.args, read.effect, read.ctx)
  } catch (error) {
    const reason = failureText(error)
    return {
      status: 'unreadable',
      detail: { fr: `Relecture impossible : ${reason.fr}`, en: `Could not be read back: ${reason.en}` },
    }
  }
}
