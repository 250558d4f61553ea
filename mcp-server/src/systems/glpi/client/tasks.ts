import { TaskRow } from '../schemas.ts'
import { listRows, type RowList } from './list-rows.ts'
import type { GlpiTransport } from './transport.ts'

const maxTasks = 200

export interface GlpiTasks {
  list(ticketId: number, signal?: AbortSignal): Promise<RowList<TaskRow>>
}

export function createTasks(transport: GlpiTransport): GlpiTasks {
  return {
    list(ticketId, signal) {
      const path = `/Ticket/${ticketId}/TicketTask`
      return listRows(transport, { path, row: TaskRow, what: 'the tasks', limit: maxTasks, signal })
    },
  }
}
