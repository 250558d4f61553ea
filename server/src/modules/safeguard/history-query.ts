import { ApprovalState, PageQuery } from '@hub/contracts'
import { z } from 'zod'

/** What the history can be filtered by. */
export const HistoryQuery = PageQuery.extend({
  /** Number of the last request seen; what fits its column. */
  cursor: z.coerce.number().int().positive().max(2_147_483_647).optional(),
  state: ApprovalState.exclude(['pending']).optional(),
  tool: z.string().max(64).optional(),
  q: z.string().trim().max(200).optional(),
  breakGlass: z.enum(['any', 'unreviewed']).optional(),
})

/** The same for the gate. */
export function historyFilter({ state, tool, q, breakGlass }: z.infer<typeof HistoryQuery>) {
  return { state, toolName: tool, text: q, breakGlass }
}
