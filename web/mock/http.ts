import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { AppError, httpStatusByCode, type Locale, type User } from '@hub/contracts'
import type { MockState } from './state.ts'

export interface MockRequest {
  state: MockState
  method: string
  path: string
  query: URLSearchParams
  body: unknown
  locale: Locale
  user: User | undefined
  response: ServerResponse
}

/** Answers undefined when the path is not its own. */
export type Route = (request: MockRequest) => unknown

export function sessionUser(state: MockState, request: IncomingMessage): User | undefined {
  const login = /hub_session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1]
  return state.users.find((user) => user.login === login)
}

export async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return chunks.length === 0 ? {} : JSON.parse(Buffer.concat(chunks).toString('utf8'))
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

export function sendError(response: ServerResponse, error: unknown): void {
  const known = error instanceof AppError ? error : new AppError('INTERNAL', String(error))
  if (known.retryAfterSeconds) response.setHeader('retry-after', known.retryAfterSeconds)
  const { code, message, reason, fields } = known
  sendJson(response, httpStatusByCode[code], {
    error: { code, message, reason, fields, requestId: randomUUID() },
  })
}
