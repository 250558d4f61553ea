import type { LlmErrorKind } from './error-kind.ts'

export type ProviderId = 'ollama' | 'mistral' | 'builtin'

export type ChatRole = 'system' | 'user' | 'assistant' | 'tool'

/** `arguments` is the parsed JSON, or the raw string when the model wrote something that is not JSON. */
export interface ToolCall {
  id: string
  name: string
  arguments: unknown
}

export interface ChatMessage {
  role: ChatRole
  content: string
  toolCalls?: ToolCall[]
  toolCallId?: string
  toolName?: string
  /** Data that is quoted before a question: no person wrote this message. */
  isData?: boolean
  /** The engine that wrote the whole of an earlier answer; absent when that is not known. */
  provider?: ProviderId
}

/** `parameters` is a JSON schema. */
export interface ToolSpec {
  name: string
  description: string
  parameters: Record<string, unknown>
}

export interface ChatRequest {
  model: string
  messages: ChatMessage[]
  tools: ToolSpec[]
  maxTokens?: number
  temperature?: number
  locale: 'fr' | 'en'
  signal: AbortSignal
}

/** `estimated` is true when the provider sent no counters and they were derived from the text length. */
export type ChatEvent =
  | { type: 'delta'; text: string }
  | { type: 'tool_call'; call: ToolCall }
  | { type: 'usage'; promptTokens: number; completionTokens: number; estimated: boolean }
  | { type: 'finish'; reason: 'stop' | 'tool_calls' | 'length' }

export interface ProviderCheck {
  ok: boolean
  latencyMs: number
  detail?: string
  /** Why it is not ok. */
  kind?: LlmErrorKind
  models: string[]
}

/** What is known of one model; null where the server does not say. */
export interface ModelFacts {
  isInstalled: boolean
  canCallTools: boolean | null
  contextTokens: number | null
}

export interface EmbedRequest {
  model: string
  texts: string[]
  signal: AbortSignal
}

export interface EmbedResult {
  model: string
  dim: number
  vectors: number[][]
}

/** A source of chat turns. `chat` throws `LlmProviderError`; the stream always ends with `finish` or throws. */
export interface LlmProvider {
  readonly id: ProviderId
  chat(request: ChatRequest): AsyncIterable<ChatEvent>
  check(signal: AbortSignal): Promise<ProviderCheck>
  /** Facts of models by name, from the server's own listing. Throws `LlmProviderError`. */
  describe?(models: string[], signal: AbortSignal): Promise<Map<string, ModelFacts>>
  embed?(input: EmbedRequest): Promise<EmbedResult>
}
