import { ConflictError } from '@hub/contracts'
import type { GlpiClient } from './domain/client.ts'
import type { OpenStatus, TicketChanges, TicketRecord } from './domain/ticket.ts'
import { findCategory } from './find-named.ts'
import { toPlainLine } from './format/rich-text.ts'

/** What a person may ask to change; the category by its name, `-` for none. */
export interface AskedChanges {
  title?: string | undefined
  urgency?: number | undefined
  priority?: number | undefined
  category?: string | undefined
  status?: OpenStatus | undefined
}

export const noCategory = '-'

/** The changes as GLPI takes them. @throws the errors of `findCategory` */
export async function resolveChanges(
  glpi: GlpiClient,
  { category, ...asked }: AskedChanges,
  signal: AbortSignal,
): Promise<TicketChanges> {
  if (category === undefined) return asked
  const id = category === noCategory ? 0 : (await findCategory(glpi, category, signal)).id
  return { ...asked, categoryId: id }
}

/** Only what is not so already; pure. */
export function pendingChanges(ticket: TicketRecord, wanted: TicketChanges): TicketChanges {
  const isPending = (field: string, value: unknown) => {
    if (field === 'categoryId') return value !== (ticket.category?.id ?? 0)
    // A title comes back in one line.
    if (field === 'title') return toPlainLine(String(value)) !== ticket.title
    return value !== Reflect.get(ticket, field)
  }
  const entries = Object.entries(wanted)
  return Object.fromEntries(
    entries.filter(([field, value]) => value !== undefined && isPending(field, value)),
  )
}

/**
 * A closed ticket loses every field but status and category in silence, and reopening is given back by closing
 * again: it stands alone.
 * @throws ConflictError `glpi.ticket_closed`, `glpi.reopen_alone`
 */
export function assertChangeable(ticket: TicketRecord, changes: TicketChanges): void {
  const { status, categoryId, ...others } = changes
  const isDone = ticket.status === 'solved' || ticket.status === 'closed'
  const params = { ticketId: ticket.id }
  if (isDone && status !== undefined && (categoryId !== undefined || Object.keys(others).length > 0)) {
    throw new ConflictError(`Reopen ticket ${ticket.id} first, with its status alone`, {
      reason: 'glpi.reopen_alone',
      params,
    })
  }
  if (ticket.status === 'closed' && status === undefined && Object.keys(others).length > 0) {
    throw new ConflictError(`Ticket ${ticket.id} is closed: GLPI keeps its title, urgency and priority`, {
      reason: 'glpi.ticket_closed',
      params,
    })
  }
}
