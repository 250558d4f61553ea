import { Prisma } from '@hub/prisma'
import { readableAudiences } from '../audience.policy.ts'
import type { KnowledgeQuestion } from './question.ts'

/** Condition on `knowledge_scopes s`: what the reader may see and, for a client, what concerns it. */
export function isVisibleScope({ audience, clientName }: KnowledgeQuestion): Prisma.Sql {
  const mayRead = Prisma.sql`s.audience = ANY(${readableAudiences(audience)})`
  if (clientName === undefined) return mayRead
  return Prisma.sql`${mayRead} AND s.client_key IN ('', knowledge_client_key(${clientName}))`
}

/** The ids of the scopes that the reader may see, as an array: `scope_id = ANY(...)`. */
export function visibleScopes(question: KnowledgeQuestion): Prisma.Sql {
  return Prisma.sql`ARRAY(SELECT s.id FROM knowledge_scopes s WHERE ${isVisibleScope(question)})`
}
