import { z } from 'zod'
import { ChatMode, TokenUsage } from './chat.ts'

/** Longest period of one question, in days. */
export const longestUsageDays = 366

export const UsageQuery = z
  .object({
    /** Days in UTC, both included; the current month unless told. */
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    /** Somebody else's, or `all`: N4 only. */
    userId: z.union([z.uuid(), z.literal('all')]).optional(),
  })
  .strict()
export type UsageQuery = z.infer<typeof UsageQuery>

const Spent = z.object({
  answers: z.number().int(),
  promptTokens: z.number().int(),
  completionTokens: z.number().int(),
  /** Answers, and their tokens, whose provider did not count: they are estimates. */
  estimatedAnswers: z.number().int(),
  estimatedTokens: z.number().int(),
})

export const UsageRow = Spent.extend({
  /** Set when everybody was asked for. */
  userId: z.string().optional(),
  displayName: z.string().optional(),
  day: z.iso.date(),
  mode: ChatMode,
  provider: z.string(),
  model: z.string(),
})
export type UsageRow = z.infer<typeof UsageRow>

/** Tokens by day, mode and model, newest first. */
export const ChatUsage = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    items: z.array(UsageRow),
    total: Spent,
    /** The current month of the person; null when everybody was asked for. */
    month: TokenUsage.nullable(),
  })
  .meta({ id: 'ChatUsage' })
export type ChatUsage = z.infer<typeof ChatUsage>
