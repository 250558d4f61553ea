import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import type { ChatMessage } from '@hub/contracts'
import { conversationOf, messageOf, pageBefore } from './conversation.ts'
import { streamText } from './stream-text.ts'

const dist = join(import.meta.dirname, '../../web/dist')
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

export interface PageServer {
  url: string
  /** Messages of every conversation asked for. */
  stored: Map<string, ChatMessage[]>
  /** What the next question is answered. */
  next: { text: string; wordsPerSecond: number }
  close: () => Promise<void>
}

/** Serves the built page and the conversations of the bench; everything else is asked of the mock at `api`. */
export async function startPageServer(api: string): Promise<PageServer> {
  const state = { stored: new Map<string, ChatMessage[]>(), next: { text: '', wordsPerSecond: 600 } }
  const server = createServer((incoming, response) => {
    answer(incoming, response, { api, ...state }).catch((error: unknown) => {
      console.error(error)
      response.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { ...state, url: `http://127.0.0.1:${port}`, close }
}

interface Served extends Pick<PageServer, 'stored' | 'next'> {
  api: string
}

async function answer(incoming: IncomingMessage, response: ServerResponse, served: Served): Promise<void> {
  const url = new URL(incoming.url ?? '/', served.api)
  const [, id, messages] = /^\/api\/chat\/conversations\/([^/]+)(\/messages)?$/.exec(url.pathname) ?? []
  if (id && messages) return json(response, pageBefore(served.stored.get(id) ?? [], url.searchParams))
  if (id) return json(response, conversationOf(id))
  if (url.pathname === '/api/chat/message') return reply(incoming, response, served)
  if (url.pathname.startsWith('/api/')) return proxy(incoming, response, url)
  const file = extname(url.pathname) === '' ? '/index.html' : url.pathname
  response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
  response.end(await readFile(join(dist, file)))
}

function json(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function proxy(incoming: IncomingMessage, response: ServerResponse, url: URL): void {
  const { method, headers } = incoming
  const onward = request(url, { method, headers }, (got) => {
    response.writeHead(got.statusCode ?? 502, got.headers)
    got.pipe(response)
  })
  onward.on('error', () => response.destroy())
  incoming.pipe(onward)
}

async function reply(incoming: IncomingMessage, response: ServerResponse, served: Served): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  const asked: { conversationId: string; content: string } = JSON.parse(Buffer.concat(chunks).toString())
  const { conversationId, content } = asked
  const stored = served.stored.get(conversationId) ?? []
  const question = messageOf(conversationId, { role: 'user', content })
  const written = messageOf(conversationId, { content: served.next.text })
  await streamText(response, { question, written, wordsPerSecond: served.next.wordsPerSecond })
  served.stored.set(conversationId, [...stored, question, written])
}
