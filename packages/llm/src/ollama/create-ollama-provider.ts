import type { LlmProvider } from '../provider.ts'
import { defaultTimeouts, type StreamTimeouts } from '../watch-stream.ts'
import { chatWithOllama } from './chat.ts'
import { checkOllama } from './check.ts'
import type { OllamaConnection } from './connection.ts'
import { describeOllamaModels } from './describe.ts'
import { embedWithOllama } from './embed.ts'

export interface OllamaOptions extends Partial<StreamTimeouts> {
  /** Address of the server, a path prefix included when there is one. */
  baseUrl: string
  /** Bearer token of a proxy or of the cloud. */
  apiKey?: string
  /** Context window to load models with, in tokens; keep it constant, a change reloads the model. */
  contextTokens?: number
}

/** A provider on an Ollama server, through its official package. */
export function createOllamaProvider({
  baseUrl,
  apiKey,
  contextTokens,
  firstTokenTimeoutMs = defaultTimeouts.firstTokenTimeoutMs,
  idleTimeoutMs = defaultTimeouts.idleTimeoutMs,
}: OllamaOptions): LlmProvider {
  const connection: OllamaConnection = {
    baseUrl,
    apiKey,
    contextTokens,
    timeouts: { firstTokenTimeoutMs, idleTimeoutMs },
  }
  return {
    id: 'ollama',
    chat: (request) => chatWithOllama(connection, request),
    check: (signal) => checkOllama(connection, signal),
    describe: (models, signal) => describeOllamaModels(connection, { models, signal }),
    embed: (input) => embedWithOllama(connection, input),
  }
}
