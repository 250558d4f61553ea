import type { OpenTools } from '@hub/kernel'
import type { Embeddings, KnowledgeSearch } from '@hub/knowledge'
import type { SafeguardContext } from '@hub/safeguard'
import type { RequestHandler } from 'express'
import type { ServerEnv } from './config.ts'
import type { createLimiter } from './http/rate-limit.ts'
import type { PasswordHasher } from './modules/auth/index.ts'
import type { ChatEngine } from './modules/chat/index.ts'

/** Everything the routes work with; built once per process, overridable in tests. */
export interface ServerContext extends SafeguardContext {
  env: ServerEnv
  hasher: PasswordHasher
  /** Hash of no password, compared with when a login is unknown, so that it takes the same time. */
  decoyHash: string
  limiter: ReturnType<typeof createLimiter>
  /** Counts wrong proofs of presence, wherever they are given. */
  proofLimits: RequestHandler
  engine: ChatEngine
  openTools: OpenTools
  embeddings: Embeddings
  knowledge: KnowledgeSearch
}
