import { z } from 'zod'
import { Accreditation, Locale } from './levels.ts'

const UserActor = z.object({
  type: z.literal('user'),
  userId: z.string(),
  login: z.string(),
  displayName: z.string(),
  accreditation: Accreditation,
})
export const WorkflowActor = z.object({ type: z.literal('workflow'), name: z.string(), runId: z.string() })
export type WorkflowActor = z.infer<typeof WorkflowActor>
const McpClientActor = z.object({
  type: z.literal('mcp-client'),
  clientId: z.string(),
  name: z.string(),
  accreditation: Accreditation,
  /** The person whose key it is: what it asks for counts as asked by that person. */
  owner: z.object({ userId: z.string(), displayName: z.string() }).optional(),
})
const SystemActor = z.object({ type: z.literal('system'), name: z.string() })

/** Who acts: a closed union, so permission and audit code are exhaustive switches. */
export const Actor = z.discriminatedUnion('type', [UserActor, WorkflowActor, McpClientActor, SystemActor])
export type Actor = z.infer<typeof Actor>
export type UserActor = z.infer<typeof UserActor>

/**
 * What a trusted process says about a tool call, signed and short-lived; a model never sees it.
 * `approvalId` is set by the executor of approved requests, and by the server for a look at that request's system.
 * `undoOf` names the request whose effect the call takes back.
 */
export const ActorAssertion = z.object({
  actor: Actor,
  locale: Locale.default('fr'),
  conversationId: z.string().optional(),
  messageId: z.string().optional(),
  approvalId: z.string().optional(),
  undoOf: z.string().optional(),
})
export type ActorAssertion = z.infer<typeof ActorAssertion>

/** Stable identity of an actor, used to compare requester and approver. */
export function actorKey(actor: Actor): string {
  switch (actor.type) {
    case 'user':
      return `user:${actor.userId}`
    case 'workflow':
      return `workflow:${actor.name}:${actor.runId}`
    case 'mcp-client':
      return actor.owner ? `user:${actor.owner.userId}` : `mcp-client:${actor.clientId}`
    case 'system':
      return `system:${actor.name}`
  }
}

/** Nobody knows whose key it is: its holder may be one of those who decide. */
export function isUnownedKey(actor: Actor): boolean {
  return actor.type === 'mcp-client' && actor.owner === undefined
}

/** Short name of an actor for a person to read. */
export function actorName(actor: Actor): string {
  return actor.type === 'user' ? actor.displayName : actor.name
}
