import type { GlpiSolutions, Solution } from '../domain/timeline.ts'
import { toPlainText, toRichText } from '../format/rich-text.ts'
import type { V2Parts } from './driver-parts.ts'
import { SolutionItem } from './schemas.ts'
import { addToTimeline, listTimeline } from './timeline.ts'

/** By their number in GLPI (protocol section 1.8). */
const statuses: Record<number, Solution['status']> = { 2: 'waiting', 3: 'accepted', 4: 'refused' }

/** Solutions of tickets (protocol section 2.4). */
export function createSolutions({ transport, account }: V2Parts): GlpiSolutions {
  return {
    async list(ticketId, signal) {
      const request = { ticketId, kind: 'Solution', item: SolutionItem, depth: 'all', signal } as const
      const { rows, isComplete } = await listTimeline(transport, request)
      const ownId = rows.length > 0 ? await account.id() : null
      const solutions = rows.map((row) => {
        const authorId = row.user?.id ?? 0
        return {
          id: row.id,
          authorId,
          at: row.date_creation,
          text: toPlainText(row.content),
          status: statuses[row.status ?? 0] ?? 'other',
          isOwn: authorId === ownId,
        }
      })
      return { rows: solutions, isComplete }
    },
    add: ({ ticketId, text }, signal) =>
      addToTimeline(transport, { ticketId, kind: 'Solution', body: { content: toRichText(text) } }, signal),
  }
}
