import type { GlpiFollowups } from '../domain/timeline.ts'
import { EntryRow } from '../schemas.ts'
import { addItem } from './add-item.ts'
import type { DriverParts } from './driver-parts.ts'
import { listRows } from './list-rows.ts'
import { toEntries, toMarkedText } from './timeline-entry.ts'

/** Followups of tickets (protocol sections 1.4 and 1.7). */
export function createFollowups(parts: DriverParts): GlpiFollowups {
  const { transport } = parts
  return {
    async list(ticketId, depth, signal) {
      const path = `/Ticket/${ticketId}/ITILFollowup`
      const what = 'the followups'
      const found = await listRows(transport, { path, row: EntryRow, what, depth, signal })
      const entries = await toEntries(found.rows, parts)
      return { rows: entries.map(({ entry }) => entry), isComplete: found.isComplete }
    },
    add: ({ ticketId, text, isPrivate, key }, signal) =>
      addItem(
        transport,
        {
          itemtype: 'ITILFollowup',
          what: 'the new followup',
          input: {
            itemtype: 'Ticket',
            items_id: ticketId,
            content: toMarkedText(text, key),
            is_private: isPrivate ? 1 : 0,
          },
        },
        signal,
      ),
  }
}
