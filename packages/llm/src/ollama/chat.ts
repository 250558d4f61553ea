import type { ChatResponse } from 'ollama/browser'
import type { ChatEvent, ChatRequest } from '../provider.ts'
import { LlmProviderError } from '../provider-error.ts'
import { streamFailure } from '../stream-failure.ts'
import { answerLength, usageEvent } from '../token-estimate.ts'
import { parseToolArguments } from '../tool-arguments.ts'
import { newToolCallId } from '../tool-call-id.ts'
import { watchStream } from '../watch-stream.ts'
import type { OllamaConnection } from './connection.ts'
import { openClient } from './connection.ts'
import { toOllamaMessages, toOllamaTools } from './messages.ts'

type WireChunk = Partial<ChatResponse>

async function openStream(connection: OllamaConnection, request: ChatRequest, signal: AbortSignal) {
  const client = openClient(connection, { signal, model: request.model, isStream: true })
  return client.chat({
    model: request.model,
    messages: toOllamaMessages(request.messages),
    ...(request.tools.length > 0 && { tools: toOllamaTools(request.tools) }),
    options: {
      ...(request.maxTokens !== undefined && { num_predict: request.maxTokens }),
      ...(request.temperature !== undefined && { temperature: request.temperature }),
      ...(connection.contextTokens !== undefined && { num_ctx: connection.contextTokens }),
    },
    stream: true,
  })
}

function* contentEvents({ message }: WireChunk): Generator<ChatEvent> {
  if (message?.content) yield { type: 'delta', text: message.content }
  for (const call of message?.tool_calls ?? []) {
    const id = 'id' in call && typeof call.id === 'string' && call.id !== '' ? call.id : newToolCallId()
    const args = parseToolArguments(call.function?.arguments)
    yield { type: 'tool_call', call: { id, name: call.function?.name ?? '', arguments: args } }
  }
}

const cut = () =>
  new LlmProviderError({
    provider: 'ollama',
    kind: 'truncated',
    message: 'The answer was cut before its end.',
  })

async function* readAnswer(connection: OllamaConnection, request: ChatRequest): AsyncGenerator<ChatEvent> {
  let chars = 0
  let hasCalls = false
  let last: WireChunk | undefined
  const chunks = watchStream<WireChunk>({
    open: (signal) => openStream(connection, request, signal),
    signal: request.signal,
    timeouts: connection.timeouts,
  })
  for await (const chunk of chunks) {
    for (const event of contentEvents(chunk)) {
      chars += answerLength(event)
      hasCalls ||= event.type === 'tool_call'
      yield event
    }
    last = chunk
  }
  if (!last?.done) throw cut()
  const counted = { promptTokens: last.prompt_eval_count, completionTokens: last.eval_count }
  yield usageEvent(request.messages, chars, counted)
  const wasCut = last.done_reason === 'length'
  yield { type: 'finish', reason: wasCut ? 'length' : hasCalls ? 'tool_calls' : 'stop' }
}

/** One answer of /api/chat as events (protocols/ollama 1.1, 1.3, 1.4). Throws `LlmProviderError`. */
export async function* chatWithOllama(
  connection: OllamaConnection,
  request: ChatRequest,
): AsyncGenerator<ChatEvent> {
  try {
    yield* readAnswer(connection, request)
  } catch (error) {
    throw streamFailure('ollama', error, [connection.apiKey])
  }
}
