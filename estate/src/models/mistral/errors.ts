import type { Response } from 'express'
import { proxyPage } from '../proxy-page.ts'
import type { StatusFault } from '../scripted-reply.ts'

export interface ValidationDetail {
  type: string
  loc: (string | number)[]
  msg: string
  input?: unknown
}

/** A refusal of the Mistral server: HTTP status and the whole body. */
export class MistralError extends Error {
  override name = 'MistralError'
  readonly status: number
  readonly body: object

  constructor(status: number, body: object) {
    super(JSON.stringify(body))
    this.status = status
    this.body = body
  }
}

interface ErrorKind {
  type: string
  code: string
}

/** The body most errors have. */
export function errorBody(message: string, { type, code }: ErrorKind): object {
  return { object: 'error', message, type, param: null, code }
}

/** 400 with its type and code. */
export function badRequest(message: string, kind: ErrorKind): MistralError {
  return new MistralError(400, errorBody(message, kind))
}

/** 422: the list of what is wrong with the body. */
export function invalidBody(detail: ValidationDetail[]): MistralError {
  return new MistralError(422, { detail })
}

const faults: Record<Exclude<StatusFault['status'], 401 | 502>, ErrorKind & { text: string }> = {
  400: { text: 'Bad request', type: 'invalid_request_error', code: '3000' },
  404: { text: 'Model not found', type: 'invalid_model', code: '1500' },
  429: { text: 'Rate limit exceeded', type: 'rate_limited', code: '1300' },
  500: { text: 'Internal server error', type: 'internal_server_error', code: '1000' },
  503: {
    text: 'Service tier capacity exceeded for this model.',
    type: 'service_tier_capacity_exceeded',
    code: '3505',
  },
}

/** Send a scripted refusal (protocols/mistral 1.3). */
export function sendMistralFault(response: Response, fault: StatusFault): void {
  if (fault.retryAfterSeconds !== undefined) response.setHeader('Retry-After', fault.retryAfterSeconds)
  response.status(fault.status)
  if (fault.status === 502) {
    response.type('html').send(fault.message ?? proxyPage)
    return
  }
  if (fault.status === 401) {
    response.json({ detail: fault.message ?? 'Unauthorized' })
    return
  }
  const kind = faults[fault.status]
  response.json(errorBody(fault.message ?? kind.text, kind))
}
