import type { LlmProvider } from '../provider.ts'
import { defaultTimeouts, type StreamTimeouts } from '../watch-stream.ts'
import { chatWithMistral } from './chat.ts'
import { checkMistral } from './check.ts'
import type { MistralConnection } from './connection.ts'
import { describeMistralModels } from './describe.ts'
import { embedWithMistral } from './embed.ts'

export interface MistralOptions extends Partial<StreamTimeouts> {
  apiKey: string
  /** Another address than the public one: a regional server or a proxy. */
  serverUrl?: string
}

/** A provider on the Mistral API, through its official SDK. */
export function createMistralProvider({
  apiKey,
  serverUrl,
  firstTokenTimeoutMs = defaultTimeouts.firstTokenTimeoutMs,
  idleTimeoutMs = defaultTimeouts.idleTimeoutMs,
}: MistralOptions): LlmProvider {
  const connection: MistralConnection = {
    apiKey,
    serverUrl,
    timeouts: { firstTokenTimeoutMs, idleTimeoutMs },
  }
  return {
    id: 'mistral',
    chat: (request) => chatWithMistral(connection, request),
    check: (signal) => checkMistral(connection, signal),
    describe: (models, signal) => describeMistralModels(connection, { models, signal }),
    embed: (input) => embedWithMistral(connection, input),
  }
}
