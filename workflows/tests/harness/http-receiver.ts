import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

export interface Received {
  headers: IncomingHttpHeaders
  path: string
  body: string
}

/** How a receiver answers; `hang` never does, `bodyHang` sends the head only. */
export interface Reply {
  status: number
  headers?: Record<string, string>
  body?: string
  afterMs?: number
  hang?: 'answer' | 'body'
}

export interface HttpReceiver {
  url: string
  received: Received[]
  /** Answers with these in turn, then with the last one. */
  script(...replies: Reply[]): void
  close(): Promise<void>
}

/** A real HTTP server on 127.0.0.1 that takes notifications; with a certificate it speaks TLS. */
export async function startHttpReceiver(tls?: { cert: string; key: string }): Promise<HttpReceiver> {
  const received: Received[] = []
  let replies: Reply[] = [{ status: 200 }]
  const handle: Parameters<typeof createServer>[1] = async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    received.push({ headers: request.headers, path: request.url ?? '', body })
    const reply = (replies.length > 1 ? replies.shift() : replies[0]) ?? { status: 200 }
    if (reply.hang === 'answer') return
    await wait(reply.afterMs ?? 0)
    response.writeHead(reply.status, reply.headers)
    if (reply.hang === 'body') response.write('o')
    else response.end(reply.body ?? '')
  }
  const server = tls ? createTlsServer(tls, handle) : createServer({}, handle)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}/hook`,
    received,
    script: (...next) => {
      replies = next
    },
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
