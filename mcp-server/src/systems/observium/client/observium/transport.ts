import { type HttpAnswer, type HttpClient, type QueryValue, readShape } from '@hub/kernel'
import { z } from 'zod'
import { createCalls, type Program } from '../calls.ts'
import { dropCredentials } from '../drop-credentials.ts'
import { apiOff, refusedRequest } from '../failures.ts'
import { Envelope } from './rows.ts'

export interface CollectionRequest<T extends z.ZodType> {
  /** Name of the collection and of its key in the answer, e.g. `ports`. */
  collection: string
  row: T
  query: Record<string, QueryValue>
  signal?: AbortSignal | undefined
}

export interface ObserviumTransport {
  /**
   * One page of a collection, whatever way this version writes it (protocol section 1.2).
   * @throws UpstreamError, ForbiddenError
   */
  rows<T extends z.ZodType>(request: CollectionRequest<T>): Promise<z.infer<T>[]>
  /** A whole collection page by page; `complete` is false when it has more than 5000 rows. */
  allRows<T extends z.ZodType>(
    request: CollectionRequest<T>,
  ): Promise<{ rows: z.infer<T>[]; complete: boolean }>
  /** One row by its id; undefined when there is none. */
  row<T extends z.ZodType>(request: CollectionRequest<T> & { id: number }): Promise<z.infer<T> | undefined>
  /** Changes one row that exists. @throws ForbiddenError when the API cannot, or may not for this account */
  change(request: {
    collection: string
    id: number
    body: object
    signal?: AbortSignal | undefined
  }): Promise<void>
}

const system = 'Observium'
const program: Program = {
  system,
  access: 'account of the Hub; check OBSERVIUM_USER and its password',
  explainRead: (status) => (status === 404 ? apiOff(system) : undefined),
}
const pageSize = 500
const maxPages = 10

export function createTransport(http: HttpClient): ObserviumTransport {
  const calls = createCalls(http, program)
  const rows: ObserviumTransport['rows'] = async ({ collection, row, query, signal }) => {
    const answer = await calls.read({ path: `/${collection}/`, query, signal })
    return rowsOf(answer, { collection, row })
  }
  return {
    rows,
    async allRows({ query, ...request }) {
      const all: z.infer<(typeof request)['row']>[] = []
      for (let pageno = 1; pageno <= maxPages; pageno += 1) {
        const page = await rows({ ...request, query: { ...query, pagesize: pageSize, pageno } })
        all.push(...page)
        // A version without paging answers everything at once: more than a page, or the last one.
        if (page.length !== pageSize) return { rows: all, complete: true }
      }
      return { rows: all, complete: false }
    },
    async row({ collection, row, id, query, signal }) {
      const answer = await calls.read({ path: `/${collection}/${id}/`, query, signal })
      return rowsOf(answer, { collection, row })[0]
    },
    async change({ collection, id, body, signal }) {
      const answer = await calls.change({ path: `/${collection}/${id}/`, body, signal })
      const envelope = readShape(Envelope, answer.data, { system, what: 'the change' })
      if (envelope.status !== 'ok') throw refusedRequest(system)
    },
  }
}

function rowsOf<T extends z.ZodType>(
  answer: HttpAnswer,
  { collection, row }: { collection: string; row: T },
): z.infer<T>[] {
  const from = { system, what: `the ${collection.replaceAll('_', ' ')}` }
  const envelope = readShape(Envelope, dropCredentials(answer.data), from)
  // A collection without a match: some versions say 404, with the usual envelope.
  if (answer.status === 404) return []
  if (envelope.status !== 'ok') throw refusedRequest(system)
  return readShape(z.array(row), rowsIn(envelope, collection), from)
}

/** An object keyed by id, a list, or one row under the singular key. */
function rowsIn(envelope: z.infer<typeof Envelope>, collection: string): unknown {
  const rows = envelope[collection]
  if (rows === undefined || rows === null) {
    const single = envelope[collection.replace(/e?s$/, '')] ?? envelope[collection.replace(/s$/, '')]
    if (typeof single === 'object' && single !== null) return [single]
    return rows === null || envelope.count === 0 ? [] : rows
  }
  return typeof rows === 'object' && !Array.isArray(rows) ? Object.values(rows) : rows
}
