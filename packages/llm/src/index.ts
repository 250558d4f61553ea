export { understandMessages } from './builtin/answer.ts'
export { type BuiltinOptions, createBuiltinProvider } from './builtin/create-builtin-provider.ts'
export {
  type AskedModel,
  type ChainListeners,
  type ChainOptions,
  createProviderChain,
  type Fallback,
  type ProviderChain,
  type ProviderModels,
} from './chain/create-provider-chain.ts'
export type { ProviderReport } from './chain/report.ts'
export type { ProviderTrial } from './chain/try-provider.ts'
export { configuredProviders } from './configured-providers.ts'
export type { LlmErrorKind } from './error-kind.ts'
export { createMistralProvider, type MistralOptions } from './mistral/create-mistral-provider.ts'
export { createOllamaProvider, type OllamaOptions } from './ollama/create-ollama-provider.ts'
export type {
  ChatEvent,
  ChatMessage,
  ChatRequest,
  ChatRole,
  EmbedRequest,
  EmbedResult,
  LlmProvider,
  ModelFacts,
  ProviderCheck,
  ProviderId,
  ToolCall,
  ToolSpec,
} from './provider.ts'
export { type LlmErrorDetails, LlmProviderError } from './provider-error.ts'
