import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { ChatMessage, StreamEvent } from '@hub/contracts'
import { minutes } from '../data/make-approval.ts'
import { type ChatStore, message, type PlayedAnswer } from './chat-store.ts'
import { type Scene, scriptOf } from './scripts.ts'

const notice = {
  fr: 'Le moteur intégré répond : aucun modèle de langage n’est configuré.',
  en: 'The built-in engine is answering: no language model is configured.',
}

/** Stores a question, begins its answer and plays it to the end, listened to or not. Gives the answer's id. */
export function beginAnswer(store: ChatStore, scene: Scene): string {
  const { conversationId, content, mode } = scene
  const question = message({ conversationId, content, mode, role: 'user' })
  const answer = message({
    conversationId,
    content: '',
    mode,
    status: 'streaming',
    provider: 'builtin',
    model: 'builtin',
    notice,
    completedAt: null,
  })
  store.messages.push(question, answer)
  const played: PlayedAnswer = { events: [], listeners: new Set(), isStopped: false }
  store.answers.set(answer.id, played)
  if (content.toLowerCase().includes('coupure')) store.cuts.add(answer.id)
  const start: StreamEvent = {
    type: 'start',
    messageId: answer.id,
    conversationId,
    userMessageId: question.id,
    mode,
    provider: 'builtin',
    model: 'builtin',
    notice,
  }
  emit(played, answer, start)
  void play(store, scene, { played, answer })
  return answer.id
}

async function play(
  store: ChatStore,
  scene: Scene,
  { played, answer }: { played: PlayedAnswer; answer: ChatMessage },
) {
  const conversation = store.conversations.find(({ id }) => id === scene.conversationId)
  if (conversation) Object.assign(conversation, { streamingMessageId: answer.id, updatedAt: minutes(0) })
  const pace = Number(process.env.HUB_MOCK_PACE ?? 1)
  for (const beat of scriptOf(scene)) {
    await new Promise((resolve) => setTimeout(resolve, beat.afterMs * pace))
    if (played.isStopped) break
    emit(played, answer, typeof beat.event === 'function' ? beat.event() : beat.event)
  }
  const status = played.isStopped ? 'stopped' : answer.error ? 'failed' : 'complete'
  store.used += 1800
  emit(played, answer, {
    type: 'usage',
    promptTokens: 1400,
    completionTokens: 400,
    estimated: true,
    quota: { used: store.used, limit: 2_000_000 },
  })
  Object.assign(answer, { status, completedAt: minutes(0) })
  if (conversation) Object.assign(conversation, { streamingMessageId: null, updatedAt: minutes(0) })
  const finishReason = status === 'complete' ? 'stop' : status === 'stopped' ? 'stopped' : 'error'
  emit(played, answer, { type: 'done', messageId: answer.id, status, finishReason })
}

function emit(played: PlayedAnswer, answer: ChatMessage, event: StreamEvent): void {
  keep(answer, event)
  played.events.push(event)
  for (const listener of played.listeners) listener(played.events.length, event)
}

/** What the stored message learns from an event. */
function keep(answer: ChatMessage, event: StreamEvent): void {
  if (event.type === 'delta') answer.content += event.text
  if (event.type === 'sources') answer.sources = event.items
  if (event.type === 'error') answer.error = { code: event.code, message: event.message }
  if (event.type === 'tool_call') {
    const { type: _, ...record } = event
    answer.toolCalls.push({
      ...record,
      status: 'running',
      summary: null,
      data: null,
      approvalId: null,
      durationMs: null,
    })
  }
  if (event.type !== 'tool_result') return
  const record = answer.toolCalls.find(({ callId }) => callId === event.callId)
  if (!record) return
  const { status, summary, durationMs } = event
  Object.assign(record, {
    status,
    summary,
    durationMs,
    data: event.data ?? null,
    approvalId: event.approvalId ?? null,
  })
}

/** Sends the events of an answer after a rank, then those to come. Never gives a JSON answer. */
export function streamAnswer(
  store: ChatStore,
  at: { messageId: string; after: number; response: ServerResponse },
) {
  const { messageId, after, response } = at
  const played = store.answers.get(messageId)
  if (!played) return undefined
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  const send = (rank: number, event: StreamEvent) => {
    const frame = `event: ${event.type}\nid: ${rank}\ndata: ${JSON.stringify(event)}\n\n`
    if (rank > 20 && store.cuts.delete(messageId)) {
      response.write(frame.slice(0, frame.length / 2))
      setTimeout(() => response.destroy(), 20)
      played.listeners.delete(send)
      return
    }
    response.write(frame)
    if (event.type === 'done') response.end()
  }
  for (const [index, event] of played.events.entries()) if (index >= after) send(index + 1, event)
  if (played.events.at(-1)?.type !== 'done') played.listeners.add(send)
  response.on('close', () => played.listeners.delete(send))
  return new Promise<never>(() => undefined)
}

export const newConversationId = randomUUID
