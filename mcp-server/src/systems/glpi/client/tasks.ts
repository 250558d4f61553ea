import type { GlpiTasks, TaskState } from '../domain/timeline.ts'
import { TaskRow } from '../schemas.ts'
import { addItem } from './add-item.ts'
import type { DriverParts } from './driver-parts.ts'
import { listRows } from './list-rows.ts'
import { toEntries, toMarkedText } from './timeline-entry.ts'

/** By their number in GLPI (protocol section 1.8). */
const states: readonly TaskState[] = ['information', 'todo', 'done']

/** Tasks of tickets (protocol sections 1.4 and 1.7). */
export function createTasks(parts: DriverParts): GlpiTasks {
  const { transport } = parts
  return {
    async list(ticketId, depth, signal) {
      const path = `/Ticket/${ticketId}/TicketTask`
      const found = await listRows(transport, { path, row: TaskRow, what: 'the tasks', depth, signal })
      const entries = await toEntries(found.rows, parts)
      const rows = entries.map(({ row, entry }) => ({
        ...entry,
        state: states[row.state] ?? 'information',
        minutes: Math.round(row.actiontime / 60),
      }))
      return { rows, isComplete: found.isComplete }
    },
    add: ({ ticketId, text, isPrivate, key, state, minutes, technicianId }, signal) =>
      addItem(
        transport,
        {
          itemtype: 'TicketTask',
          what: 'the new task',
          input: {
            tickets_id: ticketId,
            content: toMarkedText(text, key),
            is_private: isPrivate ? 1 : 0,
            state: states.indexOf(state),
            actiontime: minutes * 60,
            ...(technicianId !== undefined && { users_id_tech: technicianId }),
          },
        },
        signal,
      ),
  }
}
