export { type Catalogue, defaultCatalogue, type MistralModel, type OllamaModel } from './catalogue.ts'
export { mistralRouter } from './mistral/router.ts'
export {
  createModelState,
  type ModelState,
  type ModelStateOptions,
  type RequestRecord,
  type Responder,
} from './model-state.ts'
export { ollamaRouter } from './ollama/router.ts'
export type { ReplyFault, ReplyPart, ScriptedCall, ScriptedReply, StatusFault } from './scripted-reply.ts'
