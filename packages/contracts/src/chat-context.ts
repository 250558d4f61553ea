import { z } from 'zod'
import { BindingKind, ConversationBinding } from './chat-conversations.ts'
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
