import { glpiUpdateTicket } from '@hub/contracts'
import type { z } from 'zod'
import type { UndoCall } from '../../tools/define-tool.ts'
import { noCategory } from './ticket-changes.ts'

type Fields = z.infer<typeof glpiUpdateTicket.output>['before']

/**
 * The call that gives the fields back that came out different. What was closed is closed again; "solved" only a
 * solution gives, so a ticket that was solved cannot be given back.
 */
export function undoUpdate(
  ticketId: number,
  { before, after }: { before: Fields; after: Fields },
): UndoCall | null {
  if (before.status !== after.status && before.status === 'closed') {
    return { toolName: 'glpi_close_ticket', arguments: { ticketId } }
  }
  const different = Object.entries(before).filter(([field, value]) => Reflect.get(after, field) !== value)
  const given = Object.fromEntries(different.map(([field, value]) => [field, value ?? noCategory]))
  const call = glpiUpdateTicket.input.safeParse({ ticketId, ...given })
  return call.success ? { toolName: glpiUpdateTicket.name, arguments: { ticketId, ...given } } : null
}
