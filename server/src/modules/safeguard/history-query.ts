import { ApprovalState, LongPageQuery, PageQuery } from '@hub/contracts'
import { z } from 'zod'
import { RowNumber, timeCursor } from '../../http/page-cursor.ts'

/** Where the queue goes on: after the request with this expiry and number. */
export const PendingQuery = LongPageQuery.extend({ cursor: timeCursor(RowNumber).optional() }).strict()

/** What the history can be filtered by. */
export const HistoryQuery = PageQuery.extend({
  /** Number of the last request seen. */
  cursor: RowNumber.optional(),
  state: ApprovalState.exclude(['pending']).optional(),
  tool: z.string().max(64).optional(),
  q: z.string().trim().max(200).optional(),
  breakGlass: z.enum(['any', 'unreviewed']).optional(),
  level: z.enum(['L3', 'L4']).optional(),
  /** When it was asked: from this instant, before that one. */
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
})

/** The same for the gate. */
export function historyFilter(query: z.infer<typeof HistoryQuery>) {
  const { state, tool, q, breakGlass, level, from, to } = query
  return {
    state,
    toolName: tool,
    text: q,
    breakGlass,
    level,
    from: from === undefined ? undefined : new Date(from),
    to: to === undefined ? undefined : new Date(to),
  }
}
