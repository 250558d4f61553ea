import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Logger } from '@hub/kernel'

type TakeOver = (req: IncomingMessage, stream: Duplex, head: Buffer) => void

/**
 * Hands each upgrade to the socket of its path and closes the others.
 * From here on Node itself listens to the stream no more: a client that leaves rudely must not end the process.
 */
export function routeUpgrade(sockets: Record<string, TakeOver>, log: Logger): TakeOver {
  return (req, stream, head) => {
    stream.on('error', (err) => log.info({ err }, 'upgrade cut'))
    const path = (req.url ?? '').split('?')[0] ?? ''
    const takeOver = Object.hasOwn(sockets, path) ? sockets[path] : undefined
    if (takeOver) takeOver(req, stream, head)
    else stream.destroy()
  }
}
