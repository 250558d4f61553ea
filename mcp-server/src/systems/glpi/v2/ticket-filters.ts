import { statusNumber } from '../client/ticket-enums.ts'
import type { TicketQuery } from '../domain/ticket.ts'
import { instantToLocal } from '../format/local-text.ts'
import { searchWords } from '../format/search-words.ts'
import { above, anyOf, contains, type Filter, isFalse, oneOf, sinceTime, untilTime } from './rsql.ts'

const statusSets = { open: [1, 2, 3, 4], done: [5, 6] } as const

type Conditions = Pick<TicketQuery, 'text' | 'status' | 'afterId' | 'openedSince' | 'openedUntil'> & {
  /** The category and those below it. */
  categoryIds?: readonly number[] | undefined
}

/** The conditions that GLPI itself can check; the entity goes into a header, people cannot be filtered. Pure. */
export function ticketFilters(conditions: Conditions, timeZone: string): Filter[] {
  const { text, status, afterId, categoryIds, openedSince, openedUntil } = conditions
  const inText = (word: string) => anyOf([contains('name', word), contains('content', word)])
  return [
    // Lists hold what is in the bin too.
    isFalse('is_deleted'),
    ...searchWords(text ?? '').map(inText),
    ...(status === undefined ? [] : [oneOf('status.id', numbersOf(status))]),
    ...(categoryIds === undefined ? [] : [oneOf('category.id', categoryIds)]),
    ...(afterId === undefined ? [] : [above('id', afterId)]),
    ...(openedSince === undefined ? [] : [sinceTime('date', instantToLocal(openedSince, timeZone))]),
    ...(openedUntil === undefined ? [] : [untilTime('date', instantToLocal(openedUntil, timeZone))]),
  ]
}

function numbersOf(status: NonNullable<TicketQuery['status']>): readonly number[] {
  return status === 'open' || status === 'done' ? statusSets[status] : [statusNumber(status)]
}
