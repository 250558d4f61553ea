import { WebSocket } from 'ws'
import type { BenchProcess } from './processes.ts'

/** Sockets that all wait for the same event. */
export interface Crowd {
  /** Runs `act` and waits until every socket has a frame with `mark`. @returns milliseconds from before `act`, per socket */
  timesOf(mark: string, act: () => Promise<void>): Promise<number[]>
  close(): void
}

export interface SocketAddress {
  url: string
  headers: Record<string, string>
}

const waitMs = 10_000

/** Where the socket number `index` of signed-in people goes: they are spread over the servers. */
export function socketAddress(hubs: BenchProcess[], index: number, token: string): SocketAddress {
  const hub = hubs[index % hubs.length]
  return { url: `${hub?.url}/api/safeguard/ws`, headers: { authorization: `Bearer ${token}` } }
}

/** Opens a socket per address; each address comes with its headers. */
export async function openCrowd(addresses: SocketAddress[]): Promise<Crowd> {
  let heard: (index: number, text: string) => void = () => undefined
  const sockets: WebSocket[] = []
  const lanes = 20
  let next = 0
  const lane = async () => {
    for (let index = next++; index < addresses.length; index = next++) {
      const address = addresses[index]
      if (!address) return
      const socket = new WebSocket(address.url.replace(/^http/, 'ws'), { headers: address.headers })
      socket.on('message', (data) => heard(index, String(data)))
      sockets.push(socket)
      await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return {
    async timesOf(mark, act) {
      const times = new Map<number, number>()
      const startedAt = performance.now()
      const all = new Promise<void>((resolve, reject) => {
        const timer = setTimeout(
          () => reject(new Error(`${addresses.length - times.size} sockets did not hear ${mark}`)),
          waitMs,
        )
        heard = (index, text) => {
          if (times.has(index) || !text.includes(mark)) return
          times.set(index, performance.now() - startedAt)
          if (times.size < addresses.length) return
          clearTimeout(timer)
          resolve()
        }
      })
      await Promise.all([act(), all])
      return [...times.values()]
    },
    close() {
      for (const socket of sockets) socket.terminate()
    },
  }
}
