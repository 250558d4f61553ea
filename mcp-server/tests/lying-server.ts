import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface LyingServer {
  url: string
  close(): Promise<void>
}

/** An HTTP server that answers what a test tells it to: what no honest system would. */
export async function startLyingServer(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<LyingServer> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Answers JSON with a status. */
export function sendJson(response: ServerResponse, data: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(data))
}

/** An address where nobody listens any more. */
export async function closedAddress(): Promise<string> {
  const server = await startLyingServer(() => undefined)
  await server.close()
  return server.url
}
