import type { ServerContext } from '../../../context.ts'
import type { AnswerStream, NumberedEvent } from '../run/answer-stream.ts'
import { appendBatches, type EventBatch, saveProgress } from './answer-events.store.ts'

/** How often new events are stored: what a kill can lose, and what another replica is late, in milliseconds. */
const flushMs = 150
/** How often a process says that it is still writing, in milliseconds. */
const heartbeatMs = 2_000

/** An answer being written by this process. */
export interface LoggedAnswer {
  messageId: string
  stream: AnswerStream
  /** Aborted when the answer was ended through another process. */
  stop: AbortController
  content(): string
}

interface Entry {
  answer: LoggedAnswer
  storedId: number
}

/** Stores the events of all answers of this process, in one statement per turn whatever their number. */
export class AnswerLog {
  readonly #ctx: Pick<ServerContext, 'db' | 'log' | 'clock'>
  readonly #open = new Map<string, Entry>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #flushing: Promise<void> = Promise.resolve()
  #beatAt = 0

  constructor(ctx: Pick<ServerContext, 'db' | 'log' | 'clock'>) {
    this.#ctx = ctx
  }

  open(answer: LoggedAnswer): void {
    this.#open.set(answer.messageId, { answer, storedId: 0 })
    this.#schedule()
  }

  /** Ends the logging of an answer. @returns its events that are not stored yet: the caller stores them */
  async close(messageId: string): Promise<NumberedEvent[]> {
    const entry = this.#open.get(messageId)
    this.#open.delete(messageId)
    await this.#flushing
    return entry ? entry.answer.stream.after(entry.storedId) : []
  }

  #schedule(): void {
    if (this.#timer || this.#open.size === 0) return
    this.#timer = setTimeout(() => {
      this.#flushing = this.#flush()
        .catch((err: unknown) => this.#ctx.log.warn({ err }, 'answer events not stored'))
        .then(() => {
          this.#timer = undefined
          this.#schedule()
        })
    }, flushMs)
  }

  async #flush(): Promise<void> {
    const entries = [...this.#open.values()]
    if (entries.length === 0) return
    const { db, clock } = this.#ctx
    const now = clock.now()
    const batches = entries.flatMap((entry) =>
      batchOf(entry.answer.messageId, entry.answer.stream.after(entry.storedId)),
    )
    const writing = entries.map(({ answer }) => answer.messageId)
    const { closed } = await appendBatches(db, { batches, writing, now })
    const stored = new Map(batches.map((batch) => [batch.messageId, batch.lastId]))
    for (const entry of entries) {
      entry.storedId = stored.get(entry.answer.messageId) ?? entry.storedId
      entry.answer.stream.forgetStored(entry.storedId)
      if (closed.includes(entry.answer.messageId) && !entry.answer.stream.isEnded)
        entry.answer.stop.abort('stopped')
    }
    await this.#beat(entries)
  }

  async #beat(entries: Entry[]): Promise<void> {
    if (performance.now() - this.#beatAt < heartbeatMs) return
    this.#beatAt = performance.now()
    const answers = entries.map(({ answer }) => ({ id: answer.messageId, content: answer.content() }))
    await saveProgress(this.#ctx.db, answers)
  }
}

/** Events in a row as one batch; none for none. */
export function batchOf(messageId: string, events: NumberedEvent[]): EventBatch[] {
  const [first] = events
  const last = events.at(-1)
  if (!first || !last) return []
  const array = `[${events.map(({ json }) => json).join(',')}]`
  return [{ messageId, firstId: first.id, lastId: last.id, events: array }]
}
