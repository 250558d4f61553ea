import { glpiSearchTickets } from '@hub/contracts'
import type { z } from 'zod'
import { defineReadTool } from '../../../tools/define-tool.ts'
import { localToInstant } from '../../local-time.ts'
import type { GlpiClient } from '../domain/client.ts'
import type { TicketQuery } from '../domain/ticket.ts'
import { findClient } from '../find-client.ts'
import { findCategory, findGroup } from '../find-named.ts'
import { findPeople } from '../find-person.ts'
import { countedTickets } from '../format/counted-tickets.ts'
import { listTickets } from '../list-tickets.ts'

type Args = z.infer<typeof glpiSearchTickets.input>

/** `glpi_search_tickets`: tickets by what a person would ask for, the first ones and how many there are. */
export function searchTicketsTool(glpi: GlpiClient) {
  return defineReadTool({
    descriptor: glpiSearchTickets,
    async run(args, ctx) {
      const data = await listTickets(glpi, await toQuery(glpi, args, ctx.signal), ctx.signal)
      return { data, summary: countedTickets(data.total, data.tickets.length) }
    },
  })
}

/** Names become the numbers that GLPI searches by; a name that nobody has is an error and not an empty list. */
async function toQuery(glpi: GlpiClient, args: Args, signal: AbortSignal): Promise<TicketQuery> {
  const { client, category, group, requester, technician } = args
  const idsOf = async (person: string | undefined) =>
    person === undefined ? undefined : (await findPeople(glpi, { person }, signal)).map(({ id }) => id)
  const [clientId, categoryId, groupId, requesterIds, technicianIds] = await Promise.all([
    client === undefined ? undefined : findClient(glpi, client, signal).then(({ id }) => id),
    category === undefined ? undefined : findCategory(glpi, category, signal).then(({ id }) => id),
    group === undefined ? undefined : findGroup(glpi, group, signal).then(({ id }) => id),
    idsOf(requester),
    idsOf(technician),
  ])
  return {
    text: args.text,
    status: args.status,
    sort: args.sort,
    afterId: args.afterNumber,
    limit: args.limit,
    clientId,
    categoryId,
    requesterIds,
    technicianIds,
    groupIds: groupId === undefined ? undefined : [groupId],
    openedSince: toDate(args.openedSince, '00:00:00', glpi.timeZone),
    openedUntil: toDate(args.openedUntil, '23:59:59', glpi.timeZone),
  }
}

/** A day begins and ends where the clients live. */
function toDate(text: string | undefined, time: string, timeZone: string): Date | undefined {
  if (text === undefined) return undefined
  const instant = text.length === 10 ? localToInstant(`${text} ${time}`, timeZone) : text
  return instant === null ? undefined : new Date(instant)
}
