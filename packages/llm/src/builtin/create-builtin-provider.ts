import { setImmediate as nextTick } from 'node:timers/promises'
import type { ChatEvent, ChatRequest, LlmProvider } from '../provider.ts'
import { LlmProviderError } from '../provider-error.ts'
import { newToolCallId } from '../tool-call-id.ts'
import { answer } from './answer.ts'

const modelName = 'builtin'

function throwIfAborted(signal: AbortSignal): void {
  if (!signal.aborted) return
  throw new LlmProviderError({ provider: 'builtin', kind: 'aborted', message: 'The answer was stopped.' })
}

/** Small pieces that never cut a word, so that an answer is written as it is read. */
const piecesOf = (text: string): string[] => text.match(/\s*\S+(?:[^\S\n]+\S+){0,2}|\s+$/g) ?? []

async function* chat(request: ChatRequest, timeZone: string): AsyncGenerator<ChatEvent> {
  throwIfAborted(request.signal)
  const next = answer(request, timeZone)
  if ('calls' in next) {
    for (const { tool, arguments: args } of next.calls) {
      yield { type: 'tool_call', call: { id: newToolCallId(), name: tool, arguments: args } }
    }
  } else {
    for (const text of piecesOf(next.text)) {
      yield { type: 'delta', text }
      await nextTick()
      throwIfAborted(request.signal)
    }
  }
  // No model ran, so no token was spent.
  yield { type: 'usage', promptTokens: 0, completionTokens: 0, estimated: false }
  yield { type: 'finish', reason: 'calls' in next ? 'tool_calls' : 'stop' }
}

export interface BuiltinOptions {
  /** IANA name of the zone that times are written in. */
  timeZone?: string
}

/**
 * The assistant without a model: recognises the requests of a service desk in French and English, calls the tools
 * that the request offers and answers from their results alone. Same conversation, same answer.
 */
export function createBuiltinProvider({ timeZone = 'Europe/Paris' }: BuiltinOptions = {}): LlmProvider {
  return {
    id: 'builtin',
    chat: (request) => chat(request, timeZone),
    check: async () => ({ ok: true, latencyMs: 0, models: [modelName] }),
  }
}
