export { startPurge } from './attachments/start-purge.ts'
export { chatRoutes } from './chat.routes.ts'
export { type ChatEngine, createEngine } from './engine.ts'
export { type ChatWork, startChat } from './start-chat.ts'
