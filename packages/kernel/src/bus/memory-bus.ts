import type { Logger } from '../log/logger.ts'
import type { EventBus } from './event-bus.ts'
import { SubscriberSet } from './subscriber-set.ts'

/** Event bus of a single process (embedded mode). */
export function createMemoryBus(log: Logger): EventBus {
  const subscribers = new SubscriberSet(log)
  let closed = false
  return {
    async publish(event) {
      if (!closed) subscribers.deliver(event)
    },
    subscribe: (subscriber) => subscribers.add(subscriber),
    isUp: () => !closed,
    async close() {
      closed = true
      subscribers.clear()
    },
  }
}
