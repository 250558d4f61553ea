import type { Backend, BackendStatus } from './backend.ts'
import type { Batch } from './batch.ts'
import { type CopyIn, probeCopyIn } from './copy-in.ts'
import { frame, frameType, queryFrame } from './frames.ts'
import type { Listener, NotificationRouter } from './notification-router.ts'
import type { ListenChange } from './session-commands.ts'
import type { SessionSettings } from './session-settings.ts'
import type { StatementNames } from './statement-names.ts'
import type { TemporaryTables } from './temporary-tables.ts'

/** What all sessions share. */
export interface SharedBackend {
  backend: Backend
  router: NotificationRouter
  temporaryTables: TemporaryTables
}

/** What one connection would keep in its own backend process on a real server. */
export class Session {
  readonly #shared: SharedBackend
  readonly #listener: Listener
  readonly #names: StatementNames
  readonly #settings: SessionSettings
  #status: BackendStatus = 'I'
  #unnamedParse: Buffer | undefined
  #changesSettings = false
  #createsTemporary = false
  #customSettings: string[] = []
  #pendingListens: ListenChange[] = []
  /** Set while the client is sending COPY data. */
  copyIn: CopyIn | undefined

  constructor(
    shared: SharedBackend,
    own: { listener: Listener; names: StatementNames; settings: SessionSettings },
  ) {
    this.#shared = shared
    this.#listener = own.listener
    this.#names = own.names
    this.#settings = own.settings
  }

  /** Checks the settings of the startup packet. @throws Error with the backend's message */
  async start(): Promise<void> {
    await this.#settings.apply(this.#shared.backend)
  }

  /** Runs one batch and answers the client; true when a transaction stays open. */
  async run(batch: Batch): Promise<boolean> {
    if (this.#status === 'I') await this.#settings.apply(this.#shared.backend)
    this.#note(batch)
    const backend = this.#shared.backend
    return this.#answer(async (onFrame) => {
      const input = this.#withUnnamed(batch)
      if (batch.mayCopyIn) {
        const result = await probeCopyIn(backend, {
          batch: input.batch,
          status: this.#status,
          onFrame: input.onFrame(onFrame),
        })
        this.copyIn = result.copyIn
        return result.status
      }
      return backend.run(input.batch.frames, input.onFrame(onFrame))
    })
  }

  /** Runs the COPY whose data is now complete; true when a transaction stays open. */
  async runCopyIn(copyIn: CopyIn): Promise<boolean> {
    if (this.#status === 'I') await this.#settings.apply(this.#shared.backend)
    return this.#answer((onFrame) => copyIn.run(this.#shared.backend, onFrame))
  }

  /** Leaves nothing behind: rolls back, closes statements, drops temporary tables, stops listening. */
  async end(): Promise<void> {
    const { backend, router, temporaryTables } = this.#shared
    router.forget(this.#listener)
    const rollback = this.#status === 'I' ? [] : [queryFrame('ROLLBACK')]
    const closes = this.#names.closeAll()
    if (rollback.length + closes.length > 0) {
      // ROLLBACK before Sync: a Sync alone would commit the open implicit transaction of a pipeline.
      await backend.run([...rollback, frame('S'), ...closes, frame('S')], () => undefined)
      if (rollback.length > 0) backend.unnamedOwner = undefined
    }
    await temporaryTables.drop(backend, this)
  }

  async #answer(work: (onFrame: (answer: Buffer) => void) => Promise<BackendStatus>): Promise<boolean> {
    const answers: Buffer[] = []
    let isUndone = false
    this.#status = await work((answer) => {
      const type = frameType(answer)
      if (type === 'A') this.#shared.router.deliver(answer, this.#listener.id)
      else answers.push(answer)
      if (type === 'C') isUndone = answer.toString('latin1', 5, answer.length - 1) === 'ROLLBACK'
      else if (type === 'E') isUndone = true
    })
    if (this.#status === 'I') await this.#settle(isUndone)
    this.#listener.send(Buffer.concat(answers))
    return this.#status !== 'I'
  }

  /** After a transaction: makes the session-level effects its own. */
  async #settle(isUndone: boolean): Promise<void> {
    const { backend, router, temporaryTables } = this.#shared
    if (!isUndone) router.apply(this.#listener, this.#pendingListens)
    this.#pendingListens = []
    if (this.#createsTemporary) await temporaryTables.claim(backend, this)
    if (this.#changesSettings) await this.#settings.capture(backend, this.#customSettings)
    this.#createsTemporary = false
    this.#changesSettings = false
  }

  #note(batch: Batch): void {
    for (const commands of batch.commands) {
      this.#changesSettings ||= commands.changesSettings
      this.#createsTemporary ||= commands.createsTemporary
      this.#customSettings = [...new Set([...this.#customSettings, ...commands.customSettings])]
      this.#pendingListens.push(...commands.listenChanges)
    }
  }

  /** Prepares the unnamed statement again when another connection has replaced it since. */
  #withUnnamed(batch: Batch) {
    const { backend } = this.#shared
    const isLost = backend.unnamedOwner !== this || batch.mayCopyIn // a COPY is tried between queries of our own
    const again = batch.reusesUnnamed && isLost ? this.#unnamedParse : undefined
    if (batch.unnamed !== 'kept') this.#unnamedParse = batch.unnamed === 'dropped' ? undefined : batch.unnamed
    if (batch.unnamed !== 'kept' || again)
      backend.unnamedOwner = batch.unnamed === 'dropped' ? undefined : this
    if (!again) return { batch, onFrame: (send: (answer: Buffer) => void) => send }
    return { batch: { ...batch, frames: [again, ...batch.frames] }, onFrame: withoutFirstParseComplete }
  }
}

function withoutFirstParseComplete(send: (answer: Buffer) => void) {
  let isDropped = false
  return (answer: Buffer) => {
    if (!isDropped && frameType(answer) === '1') isDropped = true
    else send(answer)
  }
}
