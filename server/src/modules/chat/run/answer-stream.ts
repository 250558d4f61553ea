import type { StreamEvent } from '@hub/contracts'

/** An event of an answer with its rank, from 1, written once for all its readers and for the database. */
export interface NumberedEvent {
  id: number
  type: StreamEvent['type']
  json: string
}

/** Stored events that stay in memory for readers of this process; older ones are read from the database. */
const heldEvents = 1_000

/** The events of one answer, kept while it is written and a little longer, so that a reader goes on where it stopped. */
export class AnswerStream {
  #events: NumberedEvent[] = []
  readonly #readers = new Set<(event: NumberedEvent) => void>()
  #lastId = 0
  #isEnded = false

  get isEnded(): boolean {
    return this.#isEnded
  }

  get isStarted(): boolean {
    return this.#lastId > 0
  }

  get lastId(): number {
    return this.#lastId
  }

  emit(event: StreamEvent): void {
    if (this.#isEnded) throw new Error('The answer has ended')
    const numbered = numberEvent(this.#lastId + 1, event)
    this.#lastId = numbered.id
    this.#events.push(numbered)
    if (event.type === 'done') this.#isEnded = true
    for (const reader of this.#readers) reader(numbered)
  }

  /** Whether every event after `lastId` is still here. */
  holds(lastId: number): boolean {
    return lastId >= this.#lastId - this.#events.length
  }

  /** The events after `lastId` that are here. */
  after(lastId: number): NumberedEvent[] {
    const known = lastId - (this.#lastId - this.#events.length)
    return this.#events.slice(Math.max(0, known))
  }

  /** Events up to `storedId` are in the database: only the newest of them stay in memory. */
  forgetStored(storedId: number): void {
    const unstored = this.#lastId - storedId
    const keep = unstored + heldEvents
    if (this.#events.length > keep + heldEvents) this.#events = this.#events.slice(-keep)
  }

  /** Tells what comes from now on. @returns a function that stops reading */
  read(reader: (event: NumberedEvent) => void): () => void {
    this.#readers.add(reader)
    return () => void this.#readers.delete(reader)
  }
}

export function numberEvent(id: number, event: StreamEvent): NumberedEvent {
  return { id, type: event.type, json: JSON.stringify(event) }
}
