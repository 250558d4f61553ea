import { Socket } from 'node:net'
import type { TestHub } from '../harness/start-test-hub.ts'

export interface ConnectionsWatch {
  /** Places beside the configured ones that this process tried to reach, `host:port`. */
  strangers(): string[]
  /** Connections to configured places. */
  known(): number
  stop(): void
}

/** Watches every connection that this process, and so every process of the Hub in it, opens from now on. */
export function watchConnections({ estate, url, mcpUrl, env }: TestHub): ConnectionsWatch {
  const { glpi, observium, directory, ollama, mistral, mail } = estate
  const systems = [glpi.url, observium.url, directory.url, ollama.url, mistral.url, mail.url]
  const places = new Set([...systems, url, mcpUrl, String(env.DATABASE_URL)].map(placeOf))
  const strangers = new Set<string>()
  let known = 0
  const original = Socket.prototype.connect
  function watched(this: Socket, ...args: Parameters<typeof original>): Socket {
    const place = targetOf(args)
    if (place !== undefined && places.has(place)) known += 1
    else if (place !== undefined) strangers.add(place)
    return original.apply(this, args)
  }
  Socket.prototype.connect = watched as typeof original
  return {
    strangers: () => [...strangers],
    known: () => known,
    stop: () => {
      Socket.prototype.connect = original
    },
  }
}

const placeOf = (url: string): string => {
  const { hostname, port } = new URL(url)
  return `${hostname.replace('localhost', '127.0.0.1')}:${port}`
}

/** Node hands its own calls on as one list: the options first. */
function targetOf(args: unknown[]): string | undefined {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args
  const isOptions = typeof first === 'object' && first !== null
  const options: Record<string, unknown> = isOptions ? { ...first } : { port: first, host: second }
  const { path, port } = options
  if (typeof path === 'string' || String(port).startsWith('/')) return undefined // a socket of this machine
  const host = String(options.host ?? options.hostname ?? '127.0.0.1')
  return `${host.replace('localhost', '127.0.0.1')}:${port}`
}
