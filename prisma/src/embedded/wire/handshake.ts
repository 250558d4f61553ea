import { frame, int32, type WireError } from './frames.ts'
import { isPasswordMessage } from './password.ts'
import { parseStartupPacket, startupSettings } from './startup-packet.ts'

export type HandshakeStep =
  | { kind: 'reply'; bytes: Buffer }
  | { kind: 'end'; reason?: WireError }
  | { kind: 'welcome'; settings: Map<string, string> }

/** The start of a connection: encryption refused, startup packet, password when one is asked. */
export class Handshake {
  readonly #password: string | undefined
  #settings: Map<string, string> | undefined

  constructor(password: string | undefined) {
    this.#password = password
  }

  /** True once the startup packet has come: every message after it starts with its type. */
  get isTyped(): boolean {
    return this.#settings !== undefined
  }

  /** Takes the next message of the client. @throws ProtocolViolation */
  step(message: Buffer): HandshakeStep {
    return this.#settings ? this.#checkPassword(message, this.#settings) : this.#readStartup(message)
  }

  #readStartup(packet: Buffer): HandshakeStep {
    const startup = parseStartupPacket(packet)
    if (startup.kind === 'encryption') return { kind: 'reply', bytes: Buffer.from('N') }
    // The backend cannot be interrupted in the middle of a query; the protocol lets a server just close.
    if (startup.kind === 'cancel') return { kind: 'end' }
    const user = startup.parameters.get('user') ?? ''
    const database = startup.parameters.get('database') ?? user
    if (user !== 'postgres') return refuse('28000', `role "${user}" does not exist`)
    if (database !== 'postgres') return refuse('3D000', `database "${database}" does not exist`)
    this.#settings = startupSettings(startup.parameters)
    if (this.#password === undefined) return { kind: 'welcome', settings: this.#settings }
    return { kind: 'reply', bytes: frame('R', int32(3)) }
  }

  #checkPassword(message: Buffer, settings: Map<string, string>): HandshakeStep {
    if (this.#password !== undefined && isPasswordMessage(message, this.#password)) {
      return { kind: 'welcome', settings }
    }
    return refuse('28P01', 'password authentication failed for user "postgres"')
  }
}

function refuse(code: string, message: string): HandshakeStep {
  return { kind: 'end', reason: { code, message } }
}
