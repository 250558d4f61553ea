import type { HubEvent } from '@hub/contracts'

export interface BusSubscriber {
  onEvent(event: HubEvent): void | Promise<void>
  /** The bus was away and is back: events may have been missed, look at the state again. */
  onResync?(): void | Promise<void>
}

/**
 * Tells other parts to look again; Postgres keeps the facts.
 * `publish` resolves once handed over and never rejects: a dead bus must not fail what is already committed.
 */
export interface EventBus {
  publish(event: HubEvent): Promise<void>
  /** @returns a function that ends the subscription */
  subscribe(subscriber: BusSubscriber): () => void
  isUp(): boolean
  close(): Promise<void>
}
