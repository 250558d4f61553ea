import { localToInstant } from '../../local-time.ts'
import type { GlpiSolutions, Solution } from '../domain/timeline.ts'
import { toPlainText, toRichText } from '../format/rich-text.ts'
import { SolutionRow } from '../schemas.ts'
import { addItem } from './add-item.ts'
import type { DriverParts } from './driver-parts.ts'
import { listRows } from './list-rows.ts'

/** By their number in GLPI (protocol section 1.8). */
const statuses: Record<number, Solution['status']> = { 2: 'waiting', 3: 'accepted', 4: 'refused' }

/** Solutions of tickets (protocol sections 1.4 and 1.7). */
export function createSolutions({ transport, account, timeZone }: DriverParts): GlpiSolutions {
  return {
    async list(ticketId, signal) {
      const path = `/Ticket/${ticketId}/ITILSolution`
      const request = { path, row: SolutionRow, what: 'the solutions', depth: 'all', signal } as const
      const { rows, isComplete } = await listRows(transport, request)
      const ownId = rows.length > 0 ? await account.id() : null
      const solutions = rows.map((row) => ({
        id: row.id,
        authorId: row.users_id,
        at: localToInstant(row.date_creation, timeZone),
        text: toPlainText(row.content),
        status: statuses[row.status] ?? 'other',
        isOwn: row.users_id === ownId,
      }))
      return { rows: solutions, isComplete }
    },
    add: ({ ticketId, text }, signal) =>
      addItem(
        transport,
        {
          itemtype: 'ITILSolution',
          what: 'the new solution',
          input: { itemtype: 'Ticket', items_id: ticketId, content: toRichText(text), solutiontypes_id: 0 },
        },
        signal,
      ),
  }
}
