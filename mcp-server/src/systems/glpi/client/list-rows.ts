import { AppError } from '@hub/contracts'
import { readShape } from '@hub/kernel'
import { z } from 'zod'
import type { GlpiTransport } from './transport.ts'

export interface ListRequest<T extends z.ZodType> {
  path: string
  row: T
  /** In plain words, for the error sentence: "the followups". */
  what: string
  /** Most rows wanted, the newest first. */
  limit: number
  signal?: AbortSignal | undefined
}

export interface RowList<T> {
  /** Newest first. */
  rows: T[]
  isComplete: boolean
}

/** The newest rows of a collection (protocol section 1.5); 200 and 206 are the same thing to us. */
export async function listRows<T extends z.ZodType>(
  transport: GlpiTransport,
  { path, row, what, limit, signal }: ListRequest<T>,
): Promise<RowList<z.infer<T>>> {
  const query = { range: `0-${limit - 1}`, sort: 'id', order: 'DESC', get_hateoas: false }
  try {
    const answer = await transport.call({ path, query, ...(signal && { signal }) })
    const rows = readShape(z.array(row), answer.data ?? [], { system: 'GLPI', what })
    return { rows, isComplete: rows.length >= totalOf(answer.headers, rows.length) }
  } catch (error) {
    if (isEmptyRange(error)) return { rows: [], isComplete: true }
    throw error
  }
}

/** `Content-Range: 0-49/200`; absent when there is nothing. */
function totalOf(headers: Headers, fallback: number): number {
  const total = /\/(\d+)$/.exec(headers.get('content-range') ?? '')?.[1]
  return total === undefined ? fallback : Number(total)
}

function isEmptyRange(error: unknown): boolean {
  return error instanceof AppError && error.params.code === 'ERROR_RANGE_EXCEED_TOTAL'
}
