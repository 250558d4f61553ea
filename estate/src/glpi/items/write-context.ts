import { toLocalText } from '../../clock.ts'
import type { GlpiCall } from '../call.ts'
import type { NewRow, Row } from '../database.ts'
import type { Itemtype } from '../itemtypes.ts'
import { createVisibility } from '../visibility.ts'

export type Input = Record<string, unknown>

/** A write that a business rule or a missing right refuses; the message is what GLPI flashes. */
export class WriteRefused extends Error {}

export const noPermission = () => new WriteRefused("Vous n'avez pas la permission d'effectuer cette action.")

/** Present time as GLPI writes it. */
export const nowText = (call: GlpiCall): string => toLocalText(call.server.clock())

/** A JSON value as a number; anything else is `fallback`. */
export function numberIn(input: Input, key: string, fallback = 0): number {
  const value = input[key]
  const number = typeof value === 'boolean' ? Number(value) : Number.parseInt(String(value), 10)
  return Number.isFinite(number) ? number : fallback
}

/** A JSON value as text; absent or null is empty. */
export const textIn = (input: Input, key: string): string => String(input[key] ?? '')

/** Keeps the columns a table has, typed as its defaults are; unknown keys are dropped as GLPI does. */
export function columnsIn(input: Input, defaults: NewRow): NewRow {
  const known = Object.entries(defaults).filter(([column]) => column in input && column !== 'id')
  return Object.fromEntries(
    known.map(([column, cell]) => {
      const value = input[column]
      if (value === null || value === undefined) return [column, cell === null ? null : cell]
      return [column, typeof cell === 'number' ? numberIn(input, column, cell) : String(value)]
    }),
  )
}

/** The ticket a new row belongs to; refused when the session cannot see it. */
export function parentTicket(call: GlpiCall, id: number): Row {
  const ticket = call.server.db.find('Ticket', id)
  if (!ticket || !createVisibility(call)('Ticket', ticket)) throw noPermission()
  return ticket
}

/** Marks the ticket as changed now by that user, and as taken into account once a technician acts. */
export function touchTicket(call: GlpiCall, ticket: Row, changes: NewRow & { by?: number } = {}): void {
  const { by = call.session.userId, ...columns } = changes
  const date = nowText(call)
  const taken: NewRow = ticket.takeintoaccountdate === null ? { takeintoaccountdate: date } : {}
  call.server.db.update('Ticket', ticket.id, {
    ...taken,
    ...columns,
    date_mod: date,
    users_id_lastupdater: by,
  })
}

/** What GLPI flashes after an addition: a link in HTML, in the session's language. */
export const addedMessage = (type: Itemtype, id: number, name: string): string =>
  `Élément ajouté avec succès : <a href="/front/${type.toLowerCase()}.form.php?id=${id}" title="${id}">${name}</a>`
