import type { Ticket } from '@hub/contracts'
import type { z } from 'zod'
import { readPart } from '../read-part.ts'
import type { GlpiClient } from './client/create-client.ts'
import type { RowList } from './client/list-rows.ts'
import { formatTicket } from './format/ticket.ts'

/**
 * A ticket with its people and its thread. What cannot be read beside the ticket itself is named in `missing`.
 * @throws NotFoundError `glpi.ticket_not_found`; UpstreamError when GLPI does not answer
 */
export async function readTicket(
  glpi: GlpiClient,
  ticketId: number,
  signal?: AbortSignal,
): Promise<z.infer<typeof Ticket>> {
  const row = await glpi.tickets.get(ticketId, signal)
  const missing: string[] = []
  const [actors, followups, tasks, solutions] = await Promise.all([
    readPart(missing, { name: 'people', none: { rows: [] } }, async () => ({
      rows: await glpi.tickets.actors(ticketId, signal),
    })),
    readPart(missing, { name: 'followups', none: nothing }, () => glpi.followups.list(ticketId, signal)),
    readPart(missing, { name: 'tasks', none: nothing }, () => glpi.tasks.list(ticketId, signal)),
    readPart(missing, { name: 'solutions', none: nothing }, () => glpi.solutions.list(ticketId, signal)),
  ])
  noteOlder(missing, { followups, tasks, solutions })
  const authors = [...followups.rows, ...tasks.rows, ...solutions.rows, ...actors.rows].map(
    (item) => item.users_id,
  )
  const names = await readPart(missing, { name: 'names', none: new Map<number, string>() }, () =>
    glpi.users.names(authors, signal),
  )
  return formatTicket({
    row,
    actors: actors.rows,
    followups: followups.rows,
    tasks: tasks.rows,
    solutions: solutions.rows,
    names,
    missing,
    timeZone: glpi.timeZone,
  })
}

const nothing: RowList<never> = { rows: [], isComplete: true }

function noteOlder(missing: string[], lists: Record<string, { isComplete: boolean }>): void {
  for (const [name, { isComplete }] of Object.entries(lists)) if (!isComplete) missing.push(`older ${name}`)
}
