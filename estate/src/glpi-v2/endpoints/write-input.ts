import { toLocalText } from '../../clock.ts'
import { WriteRefused } from '../../glpi/items/write-context.ts'
import { toLocalDate } from '../instant-text.ts'
import { writeFailed } from '../v2-error.ts'

/** Property of the API to column of GLPI; what is not listed is dropped. */
export type WritableFields = Record<string, string>

/** `{"id": 5}` counts as 5, as the API takes both. */
function plain(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : value
}

/** A body as the input that the rules of GLPI work on. */
export function toInput(body: Record<string, unknown>, fields: WritableFields): Record<string, unknown> {
  const known = Object.entries(body).filter(([property]) => Object.hasOwn(fields, property))
  return Object.fromEntries(
    known.map(([property, given]) => {
      const column = fields[property] ?? property
      const value = plain(given)
      const date = property.startsWith('date') ? toLocalDate(String(value)) : undefined
      return [column, date ? toLocalText(date) : value]
    }),
  )
}

/** Runs a write; what a rule of GLPI refuses is a 500 with the reason beside it (2.3). */
export function attempt<T>(action: 'create' | 'update', write: () => T): T {
  try {
    return write()
  } catch (error) {
    throw error instanceof WriteRefused ? writeFailed(action, error.message) : error
  }
}
