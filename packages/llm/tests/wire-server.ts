import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach } from 'vitest'

export interface Received {
  method: string
  path: string
  headers: IncomingMessage['headers']
  body: unknown
  /** Resolves when the connection of this request is closed. */
  closed: Promise<void>
}

export interface WireServer {
  url: string
  received: Received[]
}

type Handler = (response: ServerResponse, request: Received) => void | Promise<void>

const running = new Set<() => Promise<void>>()

afterEach(async () => {
  await Promise.all([...running].map((stop) => stop()))
  running.clear()
})

/** A real HTTP server on a free loopback port, answering by hand; stopped after the test. */
export async function startWireServer(handler: Handler): Promise<WireServer> {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    const closed = new Promise<void>((resolve) => response.on('close', resolve))
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const text = Buffer.concat(chunks).toString()
    const body: unknown = text === '' ? undefined : JSON.parse(text)
    const entry = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body,
      closed,
    }
    received.push(entry)
    await handler(response, entry)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  running.add(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received }
}

/** Answers with JSON and a status. */
export function sendJson(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

/** Streams lines of JSON as Ollama does. */
export function sendNdjson(response: ServerResponse, lines: unknown[]): void {
  response.writeHead(200, { 'content-type': 'application/x-ndjson' })
  for (const line of lines) response.write(`${typeof line === 'string' ? line : JSON.stringify(line)}\n`)
}

/** Streams events as Mistral does; `[DONE]` is not added. */
export function sendEvents(response: ServerResponse, events: unknown[]): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  for (const event of events) {
    response.write(`data: ${typeof event === 'string' ? event : JSON.stringify(event)}\n\n`)
  }
}
