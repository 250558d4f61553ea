import { z } from 'zod'

export const safeguardEventTypes = [
  'safeguard:new_request',
  'safeguard:request_approved',
  'safeguard:request_rejected',
  'safeguard:request_expired',
  'safeguard:request_deferred',
  'safeguard:request_cancelled',
  'safeguard:request_executing',
  'safeguard:request_executed',
  'safeguard:request_failed',
  'safeguard:request_unknown',
  /** The ticket has its answer: the request waits for a decision again. */
  'safeguard:request_resumed',
  /** A rung of the escalation ladder; `data.tell` is the group. */
  'safeguard:request_escalated',
  'safeguard:request_commented',
  'safeguard:request_viewed',
  'safeguard:break_glass',
  'safeguard:break_glass_reviewed',
  'safeguard:secret_revealed',
  /** `data.action` is the verb of the audit. */
  'safeguard:grant_changed',
  'safeguard:delegation_changed',
  'safeguard:policy_changed',
  /** The policy file is bad: the policy in force stays. */
  'safeguard:policy_problem',
] as const
export const workflowEventTypes = [
  'workflow:ticket_processed',
  'workflow:alert_detected',
  'workflow:error',
  'workflow:health_change',
] as const
export const internalEventTypes = ['auth:session_revoked', 'chat:message_appended'] as const

export const EventType = z.enum([...safeguardEventTypes, ...workflowEventTypes, ...internalEventTypes])
export type EventType = z.infer<typeof EventType>

/**
 * One event of the bus and of the sockets: "look again", never the only copy of a fact.
 * `id` grows, so a client can tell that it missed one; one that is committed late comes after higher ids.
 */
export const HubEvent = z.object({
  type: EventType,
  id: z.number().int(),
  at: z.iso.datetime(),
  data: z.record(z.string(), z.unknown()),
})
export type HubEvent = z.infer<typeof HubEvent>

/** First frame of a socket: the newest id there is, and who is looking. */
export const SocketHello = z.object({
  type: z.literal('hello'),
  lastId: z.number().int(),
  at: z.iso.datetime(),
  /** More was missed than is told one by one: read the state again. */
  tooMuchMissed: z.literal(true).optional(),
})
export type SocketHello = z.infer<typeof SocketHello>
export const SocketFrame = z.union([SocketHello, HubEvent])
export type SocketFrame = z.infer<typeof SocketFrame>
