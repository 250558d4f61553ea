import { badRequest, rangeExceeded } from './glpi-error.ts'
import { type QueryTree, textAt } from './php-query.ts'

/** The window of a list: both ends included. */
export interface Window {
  start: number
  length: number
}

const maximum = 990
const usual = 50

/** Reads `range=0-49`; throws ERROR on nonsense and ERROR_RANGE_EXCEED_TOTAL past the total (equal is fine). */
export function readRange(query: QueryTree, total: number): Window {
  const range = textAt(query, 'range') ?? `0-${usual - 1}`
  const match = /^(\d+)-(\d+)$/.exec(range)
  const [start, end] = [Number(match?.[1]), Number(match?.[2])]
  if (!match || end < start) throw badRequest('range must be in format : [start-end] with start < end')
  if (start > total) throw rangeExceeded(total)
  return { start, length: Math.min(end - start + 1, maximum) }
}

/** Paging headers; Content-Range is absent when nothing exists at all. */
export function rangeHeaders(itemtype: string, range: { start: number; count: number; total: number }) {
  const { start, count, total } = range
  const accept = { 'Accept-Range': `${itemtype} ${maximum}` }
  return total === 0 ? accept : { ...accept, 'Content-Range': `${start}-${start + count - 1}/${total}` }
}
