import { StreamEvent } from '@hub/contracts'
import { createParser, type EventSourceMessage } from 'eventsource-parser'
import type { RankedEvent } from './apply-event.ts'

const knownTypes = new Set<string>(StreamEvent.options.map((option) => option.shape.type.value))

/** The stream holds something that is not an answer event; the connection is not to be trusted. */
export class MalformedStreamError extends Error {
  override name = 'MalformedStreamError'
}

export interface ReadOptions {
  /** Silence, comments included, after which the connection is taken for dead, in milliseconds. */
  silenceMs: number
}

/**
 * Reads the answer events of a `text/event-stream` body, in order of arrival. Ends with the body; an event cut
 * by the end is dropped. Throws MalformedStreamError, or the error of the connection.
 */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  { silenceMs }: ReadOptions,
): AsyncGenerator<RankedEvent> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  const pending: EventSourceMessage[] = []
  const parser = createParser({ onEvent: (message) => pending.push(message) })
  try {
    for (;;) {
      const { done, value } = await withTimeout(reader.read(), silenceMs)
      if (done) return
      parser.feed(decoder.decode(value, { stream: true }))
      for (const message of pending.splice(0)) yield toRankedEvent(message)
    }
  } finally {
    // Cancelling a body that already failed rejects with that same failure, which has been thrown above.
    await reader.cancel().catch(() => undefined)
  }
}

function toRankedEvent(message: EventSourceMessage): RankedEvent {
  const id = Number(message.id)
  if (!Number.isInteger(id) || id < 1) throw new MalformedStreamError('an event has no rank')
  if (message.event !== undefined && !knownTypes.has(message.event)) return { id, event: null }
  try {
    return { id, event: StreamEvent.parse(JSON.parse(message.data)) }
  } catch (cause) {
    throw new MalformedStreamError(`event ${id} cannot be read`, { cause })
  }
}

async function withTimeout<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`nothing was received for ${ms} ms`)), ms)
  })
  try {
    return await Promise.race([work, silence])
  } finally {
    clearTimeout(timer)
  }
}
