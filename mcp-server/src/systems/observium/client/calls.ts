import {
  type HttpAnswer,
  type HttpClient,
  type HttpRequest,
  isUpstreamError,
  type QueryValue,
  upstreamStatus,
} from '@hub/kernel'
import { acknowledgeUnsupported, apiOff, forbidden, refusedAccess, writeForbidden } from './failures.ts'

export interface Program {
  system: string
  /** By what it lets the Hub in, and where that is set; goes on from "refused the". */
  access: string
  /** What else a refused read means, by its status. */
  explainRead(status: number | undefined): Error | undefined
}

interface Call {
  path: string
  query?: Record<string, QueryValue> | undefined
  body?: object
  signal?: AbortSignal | undefined
}

/** @throws UpstreamError, ForbiddenError */
export interface ProgramCalls {
  /** An answer of 404 is the caller's to read: it can mean an empty list. */
  read(call: Call): Promise<HttpAnswer>
  /** Changes what was read just before. */
  change(call: Call): Promise<HttpAnswer>
}

/** The calls to one of the programs, with its refusals in the words of the Hub. */
export function createCalls(http: HttpClient, program: Program): ProgramCalls {
  return {
    async read(call) {
      try {
        return await http.request({ ...asRequest(call), accepts: isReadable })
      } catch (error) {
        throw explainRead(error, program) ?? error
      }
    },
    async change(call) {
      try {
        return await http.request({ ...asRequest(call), method: 'PUT' })
      } catch (error) {
        throw explainChange(error, program) ?? error
      }
    },
  }
}

function asRequest({ query, signal, ...rest }: Call): HttpRequest {
  return { ...rest, ...(query && { query }), ...(signal && { signal }) }
}

function isReadable(status: number): boolean {
  return (status >= 200 && status < 300) || status === 404
}

function explainRead(error: unknown, { system, access, explainRead }: Program): Error | undefined {
  if (isUpstreamError(error, 'upstream.not_json') || isUpstreamError(error, 'upstream.refused_redirect'))
    return apiOff(system)
  const status = upstreamStatus(error)
  switch (status) {
    case 401:
      return refusedAccess(system, access)
    case 403:
      return forbidden(system)
    default:
      return explainRead(status)
  }
}

/** An API that knows no way to change what was read just before has none. */
function explainChange(error: unknown, { system, access }: Program): Error | undefined {
  switch (upstreamStatus(error)) {
    case 401:
      return refusedAccess(system, access)
    case 403:
      return writeForbidden(system)
    case 404:
    case 405:
    case 501:
      return acknowledgeUnsupported(system)
    default:
      return undefined
  }
}
