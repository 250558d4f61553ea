import type { Ticket } from '@hub/contracts'
import type { z } from 'zod'
import { readPart } from '../read-part.ts'
import type { GlpiClient } from './domain/client.ts'
import type { EntryList } from './domain/timeline.ts'
import { formatTicket, namelessIds } from './format/ticket.ts'
import { requesterIds } from './format/ticket-requesters.ts'

/**
 * A ticket with its people and its thread. What cannot be read beside the ticket itself is named in `missing`.
 * @throws NotFoundError `glpi.ticket_not_found`; UpstreamError when GLPI does not answer
 */
export async function readTicket(
  glpi: GlpiClient,
  ticketId: number,
  signal?: AbortSignal,
): Promise<z.infer<typeof Ticket>> {
  const record = await glpi.tickets.get(ticketId, signal)
  const missing: string[] = []
  const [actors, followups, tasks, solutions] = await Promise.all([
    readPart(missing, { name: 'people', none: [] }, () => glpi.tickets.actors(ticketId, signal)),
    readPart(missing, { name: 'followups', none: nothing }, () =>
      glpi.followups.list(ticketId, 'newest', signal),
    ),
    readPart(missing, { name: 'tasks', none: nothing }, () => glpi.tasks.list(ticketId, 'newest', signal)),
    readPart(missing, { name: 'solutions', none: nothing }, () => glpi.solutions.list(ticketId, signal)),
  ])
  noteOlder(missing, { followups, tasks, solutions })
  const entries = [...followups.rows, ...tasks.rows, ...solutions.rows]
  const people = [...entries.map(({ authorId }) => authorId), ...namelessIds(actors)]
  const [names, requesters] = await Promise.all([
    readPart(missing, { name: 'names', none: new Map<number, string>() }, () =>
      glpi.users.names(people, signal),
    ),
    readPart(missing, { name: 'requesters', none: [] }, () =>
      glpi.users.requesters(requesterIds(actors), signal),
    ),
  ])
  return formatTicket({
    record,
    actors,
    followups: followups.rows,
    tasks: tasks.rows,
    solutions: solutions.rows,
    names,
    requesters,
    missing,
  })
}

const nothing: EntryList<never> = { rows: [], isComplete: true }

function noteOlder(missing: string[], lists: Record<string, { isComplete: boolean }>): void {
  for (const [name, { isComplete }] of Object.entries(lists)) if (!isComplete) missing.push(`older ${name}`)
}
