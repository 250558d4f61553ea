import { type HttpAnswer, type HttpClient, type QueryValue, readShape } from '@hub/kernel'
import { z } from 'zod'
import { createCalls, type Program } from '../calls.ts'
import { dropCredentials } from '../drop-credentials.ts'
import { alertNotFound, apiOff, refusedRequest } from '../failures.ts'
import { Envelope } from './rows.ts'

export const system = 'LibreNMS'
const program: Program = {
  system,
  access: 'token of the Hub; check LIBRENMS_TOKEN',
  explainRead: (status) => (status === 400 ? refusedRequest(system) : undefined),
}

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
  const calls = createCalls(http, program)
  return {
    async rows({ path, key, row, query, signal }) {
      const from = { system, what: `the ${key}` }
      const answer = await calls.read({ path, query, signal })
      const envelope = readShape(Envelope, dropCredentials(answer.data), from)
      if (answer.status === 404) return noRows(envelope)
      if (envelope.status !== 'ok') throw refusedRequest(system)
      return readShape(z.array(row), envelope[key], from)
    },
    async changeAlert({ alertId, ...call }) {
      checkChange(await calls.change(call), alertId)
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
  if (/^no alert/i.test(envelope.message ?? '')) throw alertNotFound(system, alertId)
}
