import { AppError } from '@hub/contracts'
import { type QueryValue, readShape } from '@hub/kernel'
import { z } from 'zod'
import type { EntryList, ListDepth } from '../domain/timeline.ts'
import type { GlpiTransport } from './transport.ts'

const pageSize = 200

export interface ListRequest<T extends z.ZodType> {
  path: string
  row: T
  /** In plain words, for the error sentence: "the followups". */
  what: string
  /** The newest 200 rows, or all. */
  depth: ListDepth
  /** More of the query. */
  query?: Record<string, QueryValue>
  signal?: AbortSignal | undefined
}

/** Rows of a collection, the newest first (protocol section 1.5); 200 and 206 are the same thing to us. */
export async function listRows<Row extends { id: number }>(
  transport: GlpiTransport,
  request: ListRequest<z.ZodType<Row>>,
): Promise<EntryList<Row>> {
  const rows = new Map<number, Row>()
  for (let start = 0; ; start += pageSize) {
    const page = await readPage(transport, request, start)
    // A row that is added meanwhile pushes others to the next page: they come twice, none is lost.
    for (const row of page.rows) rows.set(row.id, row)
    const isLast = page.rows.length === 0 || start + page.rows.length >= page.total
    if (isLast || request.depth === 'newest') return { rows: [...rows.values()], isComplete: isLast }
  }
}

async function readPage<Row>(
  transport: GlpiTransport,
  { path, row, what, signal, query: more }: ListRequest<z.ZodType<Row>>,
  start: number,
): Promise<{ rows: Row[]; total: number }> {
  const range = `${start}-${start + pageSize - 1}`
  const query = { range, sort: 'id', order: 'DESC', get_hateoas: false, ...more }
  try {
    const answer = await transport.call({ path, query, ...(signal && { signal }) })
    const rows = readShape(z.array(row), answer.data ?? [], { system: 'GLPI', what })
    return { rows, total: totalOf(answer.headers, start + rows.length) }
  } catch (error) {
    if (isRangeExceeded(error)) return { rows: [], total: start }
    throw error
  }
}

/** `Content-Range: 0-49/200`; absent when there is nothing. */
function totalOf(headers: Headers, fallback: number): number {
  const total = /\/(\d+)$/.exec(headers.get('content-range') ?? '')?.[1]
  return total === undefined ? fallback : Number(total)
}

/** A start beyond the total: what was there before is gone. */
export function isRangeExceeded(error: unknown): boolean {
  return error instanceof AppError && error.params.code === 'ERROR_RANGE_EXCEED_TOTAL'
}
