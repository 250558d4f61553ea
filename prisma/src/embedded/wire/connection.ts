import type { Socket } from 'node:net'
import { BatchBuilder } from './batch.ts'
import type { CopyIn } from './copy-in.ts'
import { FrameReader, ProtocolViolation } from './frame-reader.ts'
import { errorFrame, frame, frameType, int32, readyForQuery, type WireError } from './frames.ts'
import { Handshake } from './handshake.ts'
import type { Client, Scheduler } from './scheduler.ts'
import { Session, type SharedBackend } from './session.ts'
import { SessionSettings } from './session-settings.ts'
import { StatementNames } from './statement-names.ts'

export interface ConnectionContext {
  shared: SharedBackend
  scheduler: Scheduler
  /** ParameterStatus messages told to every client. */
  greeting: Buffer
  password: string | undefined
  maxFrameBytes: number
  authenticationMs: number
}

const lingerMs = 2_000

/** One client: its socket, where it stands in the protocol, and its turns on the backend. */
export class Connection implements Client {
  readonly id: number
  readonly #socket: Socket
  readonly #context: ConnectionContext
  readonly #reader: FrameReader
  readonly #handshake: Handshake
  readonly #names: StatementNames
  readonly #batches: BatchBuilder
  readonly #deadline: NodeJS.Timeout
  #session: Session | undefined
  #isEnded = false

  constructor(id: number, socket: Socket, context: ConnectionContext) {
    this.id = id
    this.#socket = socket
    this.#context = context
    this.#reader = new FrameReader(context.maxFrameBytes)
    this.#handshake = new Handshake(context.password)
    this.#names = new StatementNames(id)
    this.#batches = new BatchBuilder(this.#names, context.maxFrameBytes)
    this.#deadline = setTimeout(() => this.end(), context.authenticationMs)
    socket.setNoDelay(true)
    socket.on('data', (chunk) => this.#receive(chunk))
    // A broken socket is followed by 'close', which is where the clean-up is.
    socket.on('error', () => socket.destroy())
    socket.on('close', () => this.end())
  }

  send(bytes: Buffer): void {
    if (this.#socket.writable) this.#socket.write(bytes)
  }

  evict(): void {
    const message = 'terminating connection due to idle-in-transaction timeout'
    this.end({ code: '25P03', message, hint: 'The embedded database runs one transaction at a time.' })
  }

  fail(error: unknown): void {
    this.end({ code: 'XX000', message: error instanceof Error ? error.message : String(error) })
  }

  /** Ends the connection, with the reason when the client is to know one; its next turn cleans the backend. */
  end(reason?: WireError): void {
    if (this.#isEnded) return
    this.#isEnded = true
    clearTimeout(this.#deadline)
    if (reason) this.send(errorFrame(reason))
    this.#socket.end()
    // A client in the middle of a large message reads the reason only after its write, so bytes are let in a while.
    setTimeout(() => this.#socket.destroy(), lingerMs).unref()
    this.#context.scheduler.drop(this)
    const session = this.#session
    if (!session) return
    this.#context.scheduler.enqueue(this, async () => {
      await session.end()
      return false
    })
  }

  #receive(chunk: Buffer): void {
    if (this.#isEnded) return
    this.#reader.push(chunk)
    try {
      for (let message = this.#reader.next(); message; message = this.#reader.next()) {
        this.#handle(message)
        if (this.#isEnded) return
      }
    } catch (error) {
      if (error instanceof ProtocolViolation) this.end({ code: error.code, message: error.message })
      else this.fail(error)
    }
  }

  #handle(message: Buffer): void {
    const session = this.#session
    if (!session) this.#shakeHands(message)
    else if (frameType(message) === 'X') this.#terminate()
    else if (session.copyIn) this.#takeCopyData(session, session.copyIn, message)
    else {
      const batch = this.#batches.add(message)
      if (batch) this.#context.scheduler.enqueue(this, () => session.run(batch))
    }
  }

  #shakeHands(message: Buffer): void {
    const step = this.#handshake.step(message)
    this.#reader.typed = this.#handshake.isTyped
    if (step.kind === 'reply') this.send(step.bytes)
    else if (step.kind === 'end') this.end(step.reason)
    else this.#welcome(step.settings)
  }

  #welcome(initialSettings: Map<string, string>): void {
    clearTimeout(this.#deadline)
    const settings = new SessionSettings(initialSettings)
    const session = new Session(this.#context.shared, { listener: this, names: this.#names, settings })
    this.#session = session
    const key = frame('K', int32(this.id), int32(0))
    const welcome = Buffer.concat([frame('R', int32(0)), this.#context.greeting, key, readyForQuery('I')])
    if (settings.isDefault) this.send(welcome)
    else {
      this.#context.scheduler.enqueue(this, async () => {
        await session.start()
        this.send(welcome)
        return false
      })
    }
  }

  #takeCopyData(session: Session, copyIn: CopyIn, message: Buffer): void {
    if (copyIn.add(message)) {
      session.copyIn = undefined
      this.#context.scheduler.enqueue(this, () => session.runCopyIn(copyIn))
    } else if (copyIn.bytes > this.#context.maxFrameBytes) {
      throw new ProtocolViolation(
        `COPY data is over the limit of ${this.#context.maxFrameBytes} bytes`,
        '54000',
      )
    }
  }

  /** What was asked before Terminate still runs. */
  #terminate(): void {
    this.#context.scheduler.enqueue(this, async () => {
      this.end()
      return true
    })
  }
}
