import type { Mistral } from '@mistralai/mistralai'
import type { CompletionEvent } from '@mistralai/mistralai/models/components'
import type { ChatEvent, ChatRequest } from '../provider.ts'
import { LlmProviderError } from '../provider-error.ts'
import { answerLength, type CountedTokens, usageEvent } from '../token-estimate.ts'
import { watchStream } from '../watch-stream.ts'
import { type MistralConnection, openMistral } from './connection.ts'
import { mistralFailure } from './failure.ts'
import { toMistralMessages, toMistralTools } from './messages.ts'
import { createToolCallGatherer } from './tool-call-parts.ts'

type Delta = CompletionEvent['data']['choices'][number]['delta']

function openStream(client: Mistral, request: ChatRequest, signal: AbortSignal) {
  return client.chat.stream(
    {
      model: request.model,
      messages: toMistralMessages(request.messages),
      ...(request.tools.length > 0 && { tools: toMistralTools(request.tools), toolChoice: 'auto' as const }),
      ...(request.maxTokens !== undefined && { maxTokens: request.maxTokens }),
      ...(request.temperature !== undefined && { temperature: request.temperature }),
    },
    { signal },
  )
}

/** The text of a delta; the thinking of reasoning models is left out. */
function textOf({ content }: Delta): string {
  if (typeof content === 'string') return content
  return (content ?? [])
    .map((chunk) => ('text' in chunk && typeof chunk.text === 'string' ? chunk.text : ''))
    .join('')
}

const broken = (kind: 'truncated' | 'upstream', message: string) =>
  new LlmProviderError({ provider: 'mistral', kind, message })

async function* readAnswer(connection: MistralConnection, request: ChatRequest): AsyncGenerator<ChatEvent> {
  const gatherer = createToolCallGatherer()
  let chars = 0
  let finishReason: string | undefined
  let counted: CountedTokens = {}
  const client = await openMistral(connection) // its loading is no silence of the model
  const events = watchStream<CompletionEvent>({
    open: (signal) => openStream(client, request, signal),
    signal: request.signal,
    timeouts: connection.timeouts,
  })
  for await (const { data } of events) {
    const choice = data.choices[0]
    if (data.usage)
      counted = { promptTokens: data.usage.promptTokens, completionTokens: data.usage.completionTokens }
    if (!choice) continue
    const text = textOf(choice.delta)
    chars += text.length
    if (text !== '') yield { type: 'delta', text }
    for (const part of choice.delta.toolCalls ?? []) gatherer.add(part)
    finishReason = choice.finishReason ?? finishReason
  }
  if (finishReason === undefined) throw broken('truncated', 'The answer was cut before its end.')
  if (finishReason === 'error') throw broken('upstream', 'Mistral failed while answering.')
  const calls = gatherer.calls().map((call) => ({ type: 'tool_call', call }) satisfies ChatEvent)
  yield* calls
  yield usageEvent(
    request.messages,
    calls.reduce((sum, event) => sum + answerLength(event), chars),
    counted,
  )
  const wasCut = finishReason === 'length' || finishReason === 'model_length'
  yield { type: 'finish', reason: wasCut ? 'length' : calls.length > 0 ? 'tool_calls' : 'stop' }
}

/** One answer of /v1/chat/completions as events (protocols/mistral 1.1, 2). Throws `LlmProviderError`. */
export async function* chatWithMistral(
  connection: MistralConnection,
  request: ChatRequest,
): AsyncGenerator<ChatEvent> {
  try {
    yield* readAnswer(connection, request)
  } catch (error) {
    throw mistralFailure(error, { model: request.model, apiKey: connection.apiKey })
  }
}
