import { type AppError, ForbiddenError, NotFoundError } from '@hub/contracts'
import { mayHaveTakenEffect, readShape } from '@hub/kernel'
import { TicketRow, TicketUserRow } from '../schemas.ts'
import { listRows } from './list-rows.ts'
import { search } from './search.ts'
import type { GlpiTransport } from './transport.ts'

const option = { status: 12, entity: 80 } as const
const maxActors = 200

/** Numbers of the ticket statuses (protocol section 1.8). */
export const ticketStatus = { new: 1, assigned: 2, planned: 3, pending: 4, solved: 5, closed: 6 } as const

export interface GlpiTickets {
  /** @throws NotFoundError `glpi.ticket_not_found`, also for a ticket in the bin */
  get(ticketId: number, signal?: AbortSignal): Promise<TicketRow>
  actors(ticketId: number, signal?: AbortSignal): Promise<TicketUserRow[]>
  /** Tickets of an entity and those below it that are neither solved nor closed. */
  countOpen(entityId: number, signal?: AbortSignal): Promise<number>
  /**
   * Sets the status and reads it back.
   * @throws ForbiddenError `glpi.change_ignored`: GLPI drops what the account may not change without a word
   */
  setStatus(ticketId: number, status: number, signal?: AbortSignal): Promise<TicketRow>
}

export function createTickets(transport: GlpiTransport): GlpiTickets {
  async function get(ticketId: number, signal?: AbortSignal): Promise<TicketRow> {
    const answer = await transport.call({
      path: `/Ticket/${ticketId}`,
      query: {
        get_hateoas: false,
        'add_keys_names[0]': 'entities_id',
        'add_keys_names[1]': 'itilcategories_id',
      },
      missing: missingTicket(ticketId),
      ...(signal && { signal }),
    })
    const row = readShape(TicketRow, answer.data, { system: 'GLPI', what: 'the ticket' })
    if (row.is_deleted) throw ticketNotFound(ticketId)
    return row
  }

  return {
    get,
    async actors(ticketId, signal) {
      const path = `/Ticket/${ticketId}/Ticket_User`
      const what = 'the people of the ticket'
      return (await listRows(transport, { path, row: TicketUserRow, what, limit: maxActors, signal })).rows
    },
    async countOpen(entityId, signal) {
      const found = await search(transport, {
        itemtype: 'Ticket',
        criteria: [
          { field: option.entity, type: 'under', value: entityId },
          { field: option.status, type: 'equals', value: 'notold' },
        ],
        columns: [],
        limit: 1,
        signal,
      })
      return found.total
    },
    async setStatus(ticketId, status, signal) {
      await putStatus(transport, { ticketId, status, ...(signal && { signal }) })
      const row = await get(ticketId, signal)
      if (row.status !== status) throw changeIgnored(ticketId)
      return row
    },
  }
}

/** The same status twice changes nothing, so the state is simply read back when the answer is lost. */
async function putStatus(
  transport: GlpiTransport,
  { ticketId, status, signal }: { ticketId: number; status: number; signal?: AbortSignal },
): Promise<void> {
  try {
    await transport.call({
      method: 'PUT',
      path: `/Ticket/${ticketId}`,
      body: { input: { id: ticketId, status } },
      missing: missingTicket(ticketId),
      ...(signal && { signal }),
    })
  } catch (error) {
    if (!mayHaveTakenEffect(error)) throw error
    const row = await createTickets(transport).get(ticketId, signal)
    if (row.status !== status) throw error
  }
}

function missingTicket(ticketId: number) {
  const message = `GLPI has no ticket ${ticketId} that the Hub may see`
  return { reason: 'glpi.ticket_not_found', message, params: { ticketId } }
}

function ticketNotFound(ticketId: number): AppError {
  const { message, ...options } = missingTicket(ticketId)
  return new NotFoundError(message, options)
}

function changeIgnored(ticketId: number): AppError {
  return new ForbiddenError(
    `GLPI kept the status of ticket ${ticketId}: the account of the Hub may not change it`,
    {
      reason: 'glpi.change_ignored',
      params: { ticketId },
    },
  )
}
