import { z } from 'zod'
import { ChatMessage, ChatMode } from './chat.ts'
import { ConversationBinding } from './chat-binding.ts'
import { PageQuery, pageOf } from './page.ts'

const Title = z.string().trim().min(1).max(120)

export const Conversation = z
  .object({
    id: z.string(),
    title: z.string(),
    mode: ChatMode,
    pinned: z.boolean(),
    archived: z.boolean(),
    binding: ConversationBinding.nullable(),
    /** The last message of the branch that is shown. */
    leafId: z.string().nullable(),
    /** Of a branch: where it left an earlier conversation. */
    branchedFrom: z.object({ conversationId: z.string(), messageId: z.string() }).nullable(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    /** Id of the answer being written now, to resume its stream. */
    streamingMessageId: z.string().nullable(),
  })
  .meta({ id: 'Conversation' })
export type Conversation = z.infer<typeof Conversation>

/** Where the words were found: in the title when there is no message. */
export const ConversationMatch = z.object({ messageId: z.string().nullable(), snippet: z.string() })
export type ConversationMatch = z.infer<typeof ConversationMatch>
export const ConversationPage = pageOf(Conversation.extend({ match: ConversationMatch.optional() }))
export type ConversationPage = z.infer<typeof ConversationPage>

/** `archived`: without a search the live ones unless told, with a search all of them. */
export const ListConversations = PageQuery.extend({
  archived: z.enum(['true', 'false', 'any']).optional(),
  q: z.string().trim().min(2).max(200).optional(),
})
export type ListConversations = z.infer<typeof ListConversations>

export const CreateConversation = z
  .object({
    title: Title.optional(),
    mode: ChatMode.default('assistant'),
    binding: ConversationBinding.nullable().optional(),
  })
  .strict()
  .meta({ id: 'CreateConversation' })
export type CreateConversation = z.infer<typeof CreateConversation>

export const UpdateConversation = z
  .object({
    title: Title.optional(),
    pinned: z.boolean().optional(),
    archived: z.boolean().optional(),
    binding: ConversationBinding.nullable().optional(),
  })
  .strict()
  .meta({ id: 'UpdateConversation' })
export type UpdateConversation = z.infer<typeof UpdateConversation>

/** Shows the branch of a message, to its newest end. */
export const ShowBranch = z.object({ messageId: z.uuid() }).strict().meta({ id: 'ShowBranch' })
export type ShowBranch = z.infer<typeof ShowBranch>

export const BranchConversation = z
  .object({ title: Title.optional() })
  .strict()
  .meta({ id: 'BranchConversation' })
export type BranchConversation = z.infer<typeof BranchConversation>

export const ExportQuery = z.object({ format: z.enum(['markdown', 'json']).default('markdown') })

/** The branch that is shown, oldest first. `complete` is false when older messages were left out. */
export const ConversationExport = z
  .object({
    conversation: Conversation.omit({ streamingMessageId: true }),
    exportedAt: z.iso.datetime(),
    exportedBy: z.string(),
    complete: z.boolean(),
    messages: z.array(ChatMessage.omit({ siblings: true })),
  })
  .meta({ id: 'ConversationExport' })
export type ConversationExport = z.infer<typeof ConversationExport>
