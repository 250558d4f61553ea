import { z } from 'zod'
import { BindingKind, ConversationBinding } from './chat-binding.ts'
import { LocalizedText } from './levels.ts'

/** What the context picker is asked. */
export const ContextQuery = z.object({
  q: z.string().trim().min(1).max(120),
  kind: BindingKind.optional(),
})
export type ContextQuery = z.infer<typeof ContextQuery>

/** What a conversation can be bound to; a kind that could not be searched is named with the reason. */
export const ContextChoices = z
  .object({
    items: z.array(z.object({ binding: ConversationBinding, detail: z.string() })),
    missing: z.array(z.object({ kind: BindingKind, problem: LocalizedText })),
  })
  .meta({ id: 'ContextChoices' })
export type ContextChoices = z.infer<typeof ContextChoices>

const TicketRow = z.object({
  ticketId: z.number().int(),
  title: z.string(),
  status: z.string(),
  openedAt: z.string().nullable(),
  technicians: z.array(z.string()),
})
const TicketFacts = TicketRow.extend({
  clientName: z.string().nullable(),
  requesters: z.array(z.string()),
  /** Beginning of its description. */
  text: z.string(),
})
const AlertRow = z.object({
  device: z.string(),
  name: z.string(),
  message: z.string(),
  severity: z.string().nullable(),
  since: z.string().nullable(),
  state: z.string(),
})
const reading = {
  /** How many there are; the rows are the first of them. */
  total: z.number().int(),
  /** False when the system gave a part only. */
  complete: z.boolean(),
  /** Why nothing could be read. */
  problem: LocalizedText.nullable(),
}

/** What is known now of what a conversation is bound to: the ticket, open alerts, tickets of the last 30 days. */
export const ContextMoment = z
  .object({
    at: z.iso.datetime(),
    parts: z.array(
      z.discriminatedUnion('topic', [
        z.object({ topic: z.literal('ticket'), rows: z.array(TicketFacts), ...reading }),
        z.object({ topic: z.literal('alerts'), rows: z.array(AlertRow), ...reading }),
        z.object({ topic: z.literal('tickets'), rows: z.array(TicketRow), ...reading }),
      ]),
    ),
  })
  .meta({ id: 'ContextMoment' })
export type ContextMoment = z.infer<typeof ContextMoment>

/** Exactly what would be written to a ticket. */
export const FollowupPreview = z
  .object({ ticketId: z.number().int(), content: z.string() })
  .meta({ id: 'FollowupPreview' })
export type FollowupPreview = z.infer<typeof FollowupPreview>

/** Writes an answer to a ticket, that of the conversation unless told. */
export const WriteFollowup = z
  .object({
    ticketId: z.number().int().positive().max(2_147_483_647).optional(),
    conversationId: z.uuid().optional(),
  })
  .strict()
  .meta({ id: 'WriteFollowup' })
export type WriteFollowup = z.infer<typeof WriteFollowup>
