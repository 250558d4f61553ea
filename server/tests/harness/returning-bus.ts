import type { HubEvent } from '@hub/contracts'
import type { BusSubscriber, EventBus } from '@hub/kernel'

export interface ReturningBus extends EventBus {
  /** Says that it may have missed something. */
  comeBack(): Promise<void>
  /** Brings an event from elsewhere. */
  bring(event: HubEvent): void
}

/** A bus that carries nothing of what it is given. */
export function createReturningBus(): ReturningBus {
  const subscribers = new Set<BusSubscriber>()
  return {
    publish: async () => undefined,
    subscribe: (subscriber) => {
      subscribers.add(subscriber)
      return () => void subscribers.delete(subscriber)
    },
    isUp: () => true,
    close: async () => subscribers.clear(),
    comeBack: async () => {
      for (const subscriber of subscribers) await subscriber.onResync?.()
    },
    bring: (event) => {
      for (const subscriber of subscribers) subscriber.onEvent(event)
    },
  }
}
