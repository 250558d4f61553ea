import { ForbiddenError, UpstreamError } from '@hub/contracts'
import {
  type HttpAnswer,
  type HttpClient,
  isUpstreamError,
  type QueryValue,
  readShape,
  upstreamStatus,
} from '@hub/kernel'
import { z } from 'zod'
import { Envelope } from '../schemas.ts'
import { dropCredentials } from './drop-credentials.ts'

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
}

const system = 'Observium'

export function createTransport(http: HttpClient): ObserviumTransport {
  return {
    async rows({ collection, row, query, signal }) {
      const answer = await get(http, { path: `/${collection}/`, query, signal })
      const from = { system, what: `the ${collection.replaceAll('_', ' ')}` }
      const envelope = readShape(Envelope, dropCredentials(answer.data), from)
      // A collection without a match: some versions say 404, with the usual envelope.
      if (answer.status === 404) return []
      if (envelope.status !== 'ok') throw refused()
      return readShape(z.array(row), rowsIn(envelope, collection), from)
    },
  }
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

async function get(
  http: HttpClient,
  request: { path: string; query: Record<string, QueryValue>; signal?: AbortSignal | undefined },
): Promise<HttpAnswer> {
  try {
    const { signal, ...rest } = request
    return await http.request({ ...rest, accepts: isReadable, ...(signal && { signal }) })
  } catch (error) {
    throw explain(error) ?? error
  }
}

function isReadable(status: number): boolean {
  return (status >= 200 && status < 300) || status === 404
}

function explain(error: unknown): Error | undefined {
  const params = { system }
  if (isUpstreamError(error, 'upstream.not_json') || isUpstreamError(error, 'upstream.refused_redirect')) {
    return apiOff()
  }
  switch (upstreamStatus(error)) {
    case 401:
      return new UpstreamError(
        'Observium refused the account of the Hub; check OBSERVIUM_USER and its password',
        {
          reason: 'observium.configuration',
          params,
        },
      )
    case 403:
      return new ForbiddenError('Observium does not allow this to the account of the Hub', {
        reason: 'observium.forbidden',
        params,
      })
    case 404:
      return apiOff()
    default:
      return undefined
  }
}

function apiOff(): UpstreamError {
  return new UpstreamError('Observium does not answer as an API: it is off, or the address is wrong', {
    reason: 'observium.api_off',
    params: { system },
  })
}

function refused(): UpstreamError {
  return new UpstreamError('Observium could not process the request', {
    reason: 'observium.error',
    params: { system },
  })
}
