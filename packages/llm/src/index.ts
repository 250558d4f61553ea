export { type BuiltinOptions, createBuiltinProvider } from './builtin/create-builtin-provider.ts'
export type {
  ChatEvent,
  ChatMessage,
  ChatRequest,
  ChatRole,
  EmbedRequest,
  EmbedResult,
  LlmProvider,
  ProviderCheck,
  ProviderId,
  ToolCall,
  ToolSpec,
} from './provider.ts'
export { type LlmErrorDetails, type LlmErrorKind, LlmProviderError } from './provider-error.ts'
