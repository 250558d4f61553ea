import net from 'node:net'
import { FrameReader } from '../wire/frame-reader.ts'
import { cString, frame, frameType, int32, readCString } from '../wire/frames.ts'

/** Where a test connects: the socket file or the TCP port of an embedded database's URL. */
export function connectRaw(url: string): RawClient {
  const target = new URL(url)
  const folder = target.searchParams.get('host')
  const socket = folder
    ? net.connect(`${folder}/.s.PGSQL.5432`)
    : net.connect(Number(target.port), target.hostname)
  return new RawClient(socket)
}

export function startupPacket(parameters: Record<string, string>): Buffer {
  const pairs = Object.entries(parameters).flatMap(([name, value]) => [cString(name), cString(value)])
  const body = Buffer.concat([int32(196608), ...pairs, Buffer.alloc(1)])
  return Buffer.concat([int32(body.length + 4), body])
}

/** A client that speaks the protocol message by message, to send what no driver sends. */
export class RawClient {
  readonly #socket: net.Socket
  readonly #reader = new FrameReader()
  #wake = Promise.withResolvers<void>()
  #isClosed = false

  constructor(socket: net.Socket) {
    this.#socket = socket
    this.#reader.typed = true
    socket.on('data', (chunk) => {
      this.#reader.push(chunk)
      this.#wake.resolve()
    })
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      this.#isClosed = true
      this.#wake.resolve()
    })
  }

  send(...messages: Buffer[]): void {
    this.#socket.write(Buffer.concat(messages))
  }

  /** Ends abruptly, as a killed process does. */
  destroy(): void {
    this.#socket.destroy()
  }

  async start(): Promise<void> {
    this.send(startupPacket({ user: 'postgres', database: 'postgres' }))
    await this.until('Z')
  }

  /** Messages up to and including the next of this type, as `type` or `type:text`; ends early with `closed`. */
  async until(type: string): Promise<string[]> {
    const seen: string[] = []
    for (;;) {
      const message = this.#reader.next()
      if (message) {
        seen.push(describe(message))
        if (frameType(message) === type) return seen
      } else if (this.#isClosed) return [...seen, 'closed']
      else {
        await this.#wake.promise
        this.#wake = Promise.withResolvers()
      }
    }
  }
}

function describe(message: Buffer): string {
  const type = frameType(message)
  if (type === 'E') return `E:${/\0C(\w{5})\0/.exec(message.toString('latin1'))?.[1]}`
  if (type === 'C') return `C:${readCString(message, 5)?.text}`
  if (type === 'D') return `D:${message.toString('utf8', 11)}`
  if (type === 'Z') return `Z:${message.toString('latin1', 5)}`
  return type
}

export const parse = (name: string, sql: string) => frame('P', cString(name), cString(sql), Buffer.alloc(2))
export const bind = (statement: string) => frame('B', cString(''), cString(statement), Buffer.alloc(6))
export const execute = () => frame('E', cString(''), Buffer.alloc(4))
export const sync = () => frame('S')
export const flush = () => frame('H')
