import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { ChatMessage, StreamEvent } from '@hub/contracts'
import { wireOf } from './conversation.ts'

const everyMs = 20

export interface Streamed {
  question: ChatMessage
  written: ChatMessage
  wordsPerSecond: number
}

/** Streams a stored answer as a model would write it, a few words every 20 ms. */
export async function streamText(response: ServerResponse, streamed: Streamed): Promise<void> {
  const { question, written, wordsPerSecond } = streamed
  let rank = 0
  const tell = (event: StreamEvent) => response.write(wireOf(++rank, event))
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  tell({
    type: 'start',
    messageId: written.id,
    conversationId: written.conversationId,
    userMessageId: question.id,
    mode: 'redaction',
    provider: 'mistral',
    model: 'mistral-large',
    notice: null,
  })
  const words = written.content.match(/\S+\s*/g) ?? []
  const perSecond = wordsPerSecond / 1000
  const begun = performance.now()
  for (let sent = 0; sent < words.length; ) {
    await wait(everyMs)
    const due = Math.min(words.length, Math.ceil((performance.now() - begun) * perSecond))
    if (due > sent) tell({ type: 'delta', text: words.slice(sent, due).join('') })
    sent = Math.max(sent, due)
  }
  tell({ type: 'done', messageId: written.id, status: 'complete', finishReason: 'stop' })
  response.end()
}
