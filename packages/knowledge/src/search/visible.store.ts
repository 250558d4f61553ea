import { Prisma } from '@hub/prisma'
import { readableAudiences } from '../audience.policy.ts'
import type { KnowledgeQuestion } from './question.ts'

/** Condition on `knowledge_documents d`: what the reader may see and, for a client, what concerns it. */
export function isVisible({ audience, clientName }: KnowledgeQuestion): Prisma.Sql {
  const mayRead = Prisma.sql`d.audience = ANY(${readableAudiences(audience)})`
  if (clientName === undefined) return mayRead
  return Prisma.sql`${mayRead} AND
    (d.client_name IS NULL OR lower(unaccent(d.client_name)) = lower(unaccent(${clientName})))`
}
