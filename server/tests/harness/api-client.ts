import { StreamEvent } from '@hub/contracts'
import { createParser } from 'eventsource-parser'
import { demoPassword, type TestHub } from './start-test-hub.ts'

export interface ApiAnswer {
  status: number
  headers: Headers
  // Tests look into answers freely; the schemas are checked where it matters.
  body: Record<string, unknown>
}

export interface ApiClient {
  token: string
  get(path: string): Promise<ApiAnswer>
  send(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<ApiAnswer>
  /** Asks WIBOT and waits for the whole answer. */
  ask(input: {
    content: string
    mode?: string
    conversationId?: string
    binding?: unknown
  }): Promise<StreamEvent[]>
}

async function readAnswer(answer: Response): Promise<ApiAnswer> {
  const text = await answer.text()
  const isJson = answer.headers.get('content-type')?.includes('json')
  return { status: answer.status, headers: answer.headers, body: isJson ? JSON.parse(text) : { text } }
}

/** Sends one request as a program would: JSON, a bearer token, no cookie. */
export async function request(
  hub: TestHub,
  path: string,
  init: { method?: string; token?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<ApiAnswer> {
  const headers: Record<string, string> = { 'accept-language': 'en', ...init.headers }
  if (init.token) headers.authorization = `Bearer ${init.token}`
  if (init.body !== undefined) headers['content-type'] ??= 'application/json'
  const body = typeof init.body === 'string' ? init.body : JSON.stringify(init.body)
  const method = init.method ?? 'GET'
  return readAnswer(
    await fetch(`${hub.url}${path}`, { method, headers, ...(init.body === undefined ? {} : { body }) }),
  )
}

/** Signs in and gives a client of that session. */
export async function signIn(hub: TestHub, login: string): Promise<ApiClient> {
  const answer = await request(hub, '/api/auth/login', {
    method: 'POST',
    body: { login, password: demoPassword },
  })
  if (answer.status !== 200) throw new Error(`login of ${login}: ${JSON.stringify(answer.body)}`)
  const token = String(answer.body.token)
  return {
    token,
    get: (path) => request(hub, path, { token }),
    send: (method, path, body) =>
      request(hub, path, { method, token, ...(body === undefined ? {} : { body }) }),
    ask: (input) => ask(hub, token, input),
  }
}

async function ask(
  hub: TestHub,
  token: string,
  input: { content: string; mode?: string; conversationId?: string; binding?: unknown },
): Promise<StreamEvent[]> {
  const answer = await fetch(`${hub.url}/api/chat/message`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ mode: 'assistant', ...input }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`HTTP ${answer.status}: ${text}`)
  return parseEvents(text)
}

/** The events of a finished stream, each checked against the contract. */
export function parseEvents(text: string): StreamEvent[] {
  const events: StreamEvent[] = []
  const parser = createParser({
    onEvent: ({ data }) => void events.push(StreamEvent.parse(JSON.parse(data))),
  })
  parser.feed(text)
  return events
}
