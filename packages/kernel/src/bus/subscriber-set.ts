import type { HubEvent } from '@hub/contracts'
import type { Logger } from '../log/logger.ts'
import type { BusSubscriber } from './event-bus.ts'

/** The subscribers of one process; a failing one never stops the others. */
export class SubscriberSet {
  readonly #subscribers = new Set<BusSubscriber>()
  readonly #log: Logger

  constructor(log: Logger) {
    this.#log = log
  }

  add(subscriber: BusSubscriber): () => void {
    this.#subscribers.add(subscriber)
    return () => void this.#subscribers.delete(subscriber)
  }

  deliver(event: HubEvent): void {
    this.#each((subscriber) => subscriber.onEvent(event))
  }

  resync(): void {
    this.#each((subscriber) => subscriber.onResync?.())
  }

  clear(): void {
    this.#subscribers.clear()
  }

  #each(call: (subscriber: BusSubscriber) => void | Promise<void>): void {
    for (const subscriber of this.#subscribers) {
      Promise.resolve()
        .then(() => call(subscriber))
        .catch((err: unknown) => this.#log.error({ err }, 'bus subscriber failed'))
    }
  }
}
