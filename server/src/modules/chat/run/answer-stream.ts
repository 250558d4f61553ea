import type { StreamEvent } from '@hub/contracts'

export interface NumberedEvent {
  id: number
  event: StreamEvent
}

/**
 * The events of one answer, kept while it is written and a little longer, so that a reader
 * who lost the connection goes on where it stopped.
 */
export class AnswerStream {
  readonly #events: NumberedEvent[] = []
  readonly #readers = new Set<(event: NumberedEvent) => void>()
  #isEnded = false

  get isEnded(): boolean {
    return this.#isEnded
  }

  get isStarted(): boolean {
    return this.#events.length > 0
  }

  emit(event: StreamEvent): void {
    if (this.#isEnded) throw new Error('The answer has ended')
    const numbered = { id: this.#events.length + 1, event }
    this.#events.push(numbered)
    if (event.type === 'done') this.#isEnded = true
    for (const reader of this.#readers) reader(numbered)
  }

  /** Replays what comes after `lastId`, then goes on live. @returns a function that stops reading */
  read(lastId: number, reader: (event: NumberedEvent) => void): () => void {
    for (const numbered of this.#events.slice(lastId)) reader(numbered)
    this.#readers.add(reader)
    return () => void this.#readers.delete(reader)
  }
}
