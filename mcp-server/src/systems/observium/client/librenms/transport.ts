import { NotFoundError } from '@hub/contracts'
import {
  type HttpAnswer,
  type HttpClient,
  isUpstreamError,
  type QueryValue,
  readShape,
  upstreamStatus,
} from '@hub/kernel'
import { z } from 'zod'
import { dropCredentials } from '../drop-credentials.ts'
import {
  acknowledgeUnsupported,
  apiOff,
  forbidden,
  refusedAccess,
  refusedRequest,
  writeForbidden,
} from '../failures.ts'
import { Envelope } from './rows.ts'

export const system = 'LibreNMS'

export interface ListRequest<T extends z.ZodType> {
  path: string
  /** Key of the rows in the answer. */
  key: string
  row: T
  query?: Record<string, QueryValue>
  signal?: AbortSignal | undefined
}

export interface LibrenmsTransport {
  /**
   * The rows of an answer (protocol section 3); a list without a row may come as 404.
   * @throws UpstreamError, ForbiddenError
   */
  rows<T extends z.ZodType>(request: ListRequest<T>): Promise<z.infer<T>[]>
  /**
   * Changes one alert that exists.
   * @throws ForbiddenError when the API cannot, or may not with this token; NotFoundError
   */
  changeAlert(request: {
    path: string
    alertId: number
    body: object
    signal?: AbortSignal | undefined
  }): Promise<void>
}

export function createTransport(http: HttpClient): LibrenmsTransport {
  return {
    async rows({ path, key, row, query, signal }) {
      const from = { system, what: `the ${key}` }
      const answer = await http
        .request({ path, accepts: isReadable, ...(query && { query }), ...(signal && { signal }) })
        .catch((error: unknown) => {
          throw explainRead(error) ?? error
        })
      const envelope = readShape(Envelope, dropCredentials(answer.data), from)
      if (answer.status === 404) return noRows(envelope)
      if (envelope.status !== 'ok') throw refusedRequest(system)
      return readShape(z.array(row), envelope[key], from)
    },
    async changeAlert({ path, alertId, body, signal }) {
      const answer = await http
        .request({ method: 'PUT', path, body, ...(signal && { signal }) })
        .catch((error: unknown) => {
          throw explainWrite(error) ?? error
        })
      checkChange(answer, alertId)
    },
  }
}

/** "Links do not exist" is an empty list; an unknown route is not. */
function noRows(envelope: z.infer<typeof Envelope>): [] {
  if (/route/i.test(envelope.message ?? '')) throw apiOff(system)
  return []
}

/** LibreNMS answers 200 also for an alert that it does not have. */
function checkChange(answer: HttpAnswer, alertId: number): void {
  const envelope = readShape(Envelope, answer.data, { system, what: 'the change' })
  if (envelope.status !== 'ok') throw refusedRequest(system)
  if (/^no alert/i.test(envelope.message ?? '')) throw alertNotFound(alertId)
}

export function alertNotFound(alertId: number): NotFoundError {
  return new NotFoundError(`${system} has no alert ${alertId}`, {
    reason: 'observium.alert_not_found',
    params: { alertId, system },
  })
}

function isReadable(status: number): boolean {
  return (status >= 200 && status < 300) || status === 404
}

const wrongToken = () => refusedAccess(system, 'token of the Hub; check LIBRENMS_TOKEN')

function explainRead(error: unknown): Error | undefined {
  if (isUpstreamError(error, 'upstream.not_json') || isUpstreamError(error, 'upstream.refused_redirect'))
    return apiOff(system)
  switch (upstreamStatus(error)) {
    case 400:
      return refusedRequest(system)
    case 401:
      return wrongToken()
    case 403:
      return forbidden(system)
    default:
      return undefined
  }
}

/** The alert was read just before: an API that knows no way to change it has none. */
function explainWrite(error: unknown): Error | undefined {
  switch (upstreamStatus(error)) {
    case 401:
      return wrongToken()
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
