import type { z } from 'zod'
import type { PlannedCall, Turn } from './intent.ts'
import { fold } from './text/fold.ts'
import type { ToolResult } from './tool-results.ts'

/** Results of one tool in this turn, oldest first. */
export function resultsOf(turn: Turn, tool: string): ToolResult[] {
  return turn.results.filter((result) => result.tool === tool)
}

/** The last result of one tool in this turn. */
export function lastResult(turn: Turn, tool: string): ToolResult | undefined {
  return resultsOf(turn, tool).at(-1)
}

/** The data of a successful result, when it has the shape that the tool promises. */
export function dataOf<Shape extends z.ZodType>(
  result: ToolResult | undefined,
  shape: Shape,
): z.infer<Shape> | undefined {
  return result?.status === 'ok' ? shape.safeParse(result.data).data : undefined
}

const absence =
  /n'existe pas|n'y a pas de (compte|ticket)|ne connait pas|introuvable|not found|does not exist|has no (device|account|ticket)/

/** True when a result says that the thing does not exist: by its code, else by the words of our own tools. */
export function isNotFound(result: ToolResult | undefined): boolean {
  if (result?.status !== 'error') return false
  return result.error?.code === 'NOT_FOUND' || absence.test(fold(result.error?.message ?? ''))
}

// The caller may have filled in defaults, so an answered call may carry more arguments than the one planned.
function answers(result: ToolResult, call: PlannedCall): boolean {
  return (
    result.tool === call.tool &&
    Object.entries(call.arguments).every(([name, value]) => String(result.arguments[name]) === String(value))
  )
}

/** Calls of `wanted` that are offered and were not answered yet. */
export function stillWanted(turn: Turn, wanted: PlannedCall[]): PlannedCall[] {
  return wanted.filter(
    (call) => turn.offered.has(call.tool) && !turn.results.some((result) => answers(result, call)),
  )
}
