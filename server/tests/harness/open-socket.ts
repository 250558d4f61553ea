import { SocketFrame } from '@hub/contracts'
import { vi } from 'vitest'
import { WebSocket } from 'ws'

export interface TestSocket {
  /** Frames so far, each checked against the contract. */
  frames: SocketFrame[]
  /** Waits for a frame that fits. */
  until(fits: (frame: SocketFrame) => boolean, timeoutMs?: number): Promise<SocketFrame>
  /** Code of the close frame. */
  closed: Promise<number>
  close(): void
}

export interface SocketOptions {
  /** Id of the last event that is known. */
  since?: number
  path?: string
}

/** Opens the live events of a server. @returns the socket, or the HTTP status of the refusal */
export function openSocket(
  url: string,
  headers: Record<string, string>,
  { since, path = '/api/safeguard/ws' }: SocketOptions = {},
): Promise<TestSocket | number> {
  const query = since === undefined ? '' : `?since=${since}`
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}${path}${query}`, { headers })
  const frames: SocketFrame[] = []
  socket.on('message', (data) => void frames.push(SocketFrame.parse(JSON.parse(String(data)))))
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  const opened: TestSocket = {
    frames,
    until: (fits, timeoutMs = 2_000) =>
      vi.waitFor(() => frames.find(fits) ?? Promise.reject(new Error('no such frame')), {
        timeout: timeoutMs,
        interval: 20,
      }),
    closed,
    close: () => socket.close(),
  }
  return new Promise((resolve, reject) => {
    socket.on('open', () => resolve(opened))
    socket.on('unexpected-response', (_req, answer) => resolve(answer.statusCode ?? 0))
    socket.on('error', reject)
  })
}

/** The same for a socket that must open. */
export async function liveSocket(
  url: string,
  headers: Record<string, string>,
  options: SocketOptions = {},
): Promise<TestSocket> {
  const opened = await openSocket(url, headers, options)
  if (typeof opened === 'number') throw new Error(`refused: HTTP ${opened}`)
  return opened
}
