import { HubEvent } from '@hub/contracts'
import { Redis } from 'ioredis'
import type { Logger } from '../log/logger.ts'
import type { EventBus } from './event-bus.ts'
import { SubscriberSet } from './subscriber-set.ts'

const channel = 'hub:events'
const maxReconnectDelayMs = 2_000
/** A frozen Redis keeps its connections: without an answer within this time it counts as away. */
const answerWithinMs = 1_000

/**
 * Event bus between processes, on Redis pub/sub.
 * While Redis is away `publish` drops the event (the state is in Postgres); on return subscribers get `onResync`.
 */
export function createRedisBus(url: string, log: Logger): EventBus {
  const options = {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: answerWithinMs,
    retryStrategy: (tries: number) => Math.min(tries * 100, maxReconnectDelayMs),
  }
  const publisher = new Redis(url, options)
  const receiver = new Redis(url, { ...options, autoResubscribe: false })
  const subscribers = new SubscriberSet(log)
  let listening = false
  let wasAway = false
  let isClosed = false
  let answers = true
  const beats = setInterval(() => {
    publisher.ping().then(
      () => {
        answers = true
      },
      () => {
        answers = false
      },
    )
  }, answerWithinMs).unref()

  for (const client of [publisher, receiver]) client.on('error', (err) => log.warn({ err }, 'redis bus'))
  receiver.on('close', () => {
    if (listening) wasAway = true
    listening = false
  })
  receiver.on('ready', () => {
    receiver
      .subscribe(channel)
      .then(() => {
        listening = true
        if (wasAway) subscribers.resync()
        wasAway = false
      })
      .catch((err: unknown) => log.warn({ err }, 'redis bus cannot subscribe'))
  })
  receiver.on('message', (_channel, text) => {
    const event = parseEvent(text)
    if (event) subscribers.deliver(event)
    else log.warn('redis bus: not an event of the Hub')
  })

  return {
    async publish(event) {
      try {
        await publisher.publish(channel, JSON.stringify(event))
      } catch (err) {
        log.warn({ err, type: event.type, eventId: event.id }, 'redis bus: event not published')
      }
    },
    subscribe: (subscriber) => subscribers.add(subscriber),
    isUp: () => !isClosed && listening && answers && publisher.status === 'ready',
    async close() {
      isClosed = true
      clearInterval(beats)
      subscribers.clear()
      publisher.disconnect()
      receiver.disconnect()
    },
  }
}

function parseEvent(text: string): HubEvent | undefined {
  try {
    return HubEvent.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
