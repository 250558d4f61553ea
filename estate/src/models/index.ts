export { mistralRouter } from './mistral/router.ts'
export { createModelState, type ModelState } from './model-state.ts'
export { ollamaRouter } from './ollama/router.ts'
export type { ScriptedReply } from './scripted-reply.ts'
