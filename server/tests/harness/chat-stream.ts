import { StreamEvent } from '@hub/contracts'
import { createParser } from 'eventsource-parser'
import type { ApiClient } from './api-client.ts'
import type { TestHub } from './start-test-hub.ts'

export interface NumberedEvent {
  id: number
  event: StreamEvent
}

export interface OpenStream {
  status: number
  events: NumberedEvent[]
  /** Reads until an event fits or the stream ends. */
  until(fits: (event: StreamEvent) => boolean): Promise<StreamEvent | undefined>
  /** Reads to the end. */
  rest(): Promise<NumberedEvent[]>
  /** Leaves as a closed page does. */
  leave(): Promise<void>
}

interface Asked {
  path: string
  token: string
  body?: unknown
  headers?: Record<string, string>
}

/** Opens an event stream and reads it piece by piece. */
export async function openStream(url: string, asked: Asked): Promise<OpenStream> {
  const hasBody = asked.body !== undefined
  const answer = await fetch(`${url}${asked.path}`, {
    method: hasBody ? 'POST' : 'GET',
    headers: {
      authorization: `Bearer ${asked.token}`,
      ...(hasBody ? { 'content-type': 'application/json' } : {}),
      ...asked.headers,
    },
    ...(hasBody ? { body: JSON.stringify(asked.body) } : {}),
  })
  const reader = answer.body?.getReader()
  if (!reader) throw new Error('no body')
  const events: NumberedEvent[] = []
  const decoder = new TextDecoder()
  const parser = createParser({
    onEvent: ({ id, event, data }) => {
      const parsed = StreamEvent.parse(JSON.parse(data))
      if (parsed.type !== event) throw new Error(`${event} holds ${parsed.type}`)
      events.push({ id: Number(id), event: parsed })
    },
  })
  const readOn = async (): Promise<boolean> => {
    const { done, value } = await reader.read()
    if (value) parser.feed(decoder.decode(value, { stream: true }))
    return !done
  }
  return {
    status: answer.status,
    events,
    async until(fits) {
      for (;;) {
        const found = events.find(({ event }) => fits(event))
        if (found) return found.event
        if (!(await readOn())) return undefined
      }
    },
    async rest() {
      while (await readOn());
      return events
    },
    leave: () => reader.cancel(),
  }
}

/** Asks WIBOT and leaves the stream open. */
export function askOpen(
  hub: Pick<TestHub, 'url'>,
  client: ApiClient,
  input: { content: string; mode?: string; conversationId?: string },
): Promise<OpenStream> {
  const body = { mode: 'assistant', ...input }
  return openStream(hub.url, { path: '/api/chat/message', token: client.token, body })
}

/** Listens to an answer after the event `lastId`. */
export function resume(
  url: string,
  client: ApiClient,
  from: { messageId: string; lastId?: number },
): Promise<OpenStream> {
  const headers: Record<string, string> =
    from.lastId === undefined ? {} : { 'last-event-id': String(from.lastId) }
  return openStream(url, {
    path: `/api/chat/messages/${from.messageId}/stream`,
    token: client.token,
    headers,
  })
}

export const textOf = (events: StreamEvent[]): string =>
  events.map((event) => (event.type === 'delta' ? event.text : '')).join('')
