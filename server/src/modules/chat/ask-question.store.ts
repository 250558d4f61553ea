import type { ConversationBinding, SendMessage } from '@hub/contracts'
import type { Db } from '@hub/prisma'

/** Why nothing was stored. */
export type Refusal =
  | 'chat.request_key'
  | 'limit.tokens'
  | 'chat.conversation'
  | 'chat.busy'
  | 'limit.answers'
  | 'chat.message'
  | 'attachment.not_found'

export interface Question {
  userId: string
  input: SendMessage
  /** Of a conversation that begins with it. */
  title: string
  binding: ConversationBinding | null
  /** Whether the conversation has the message that the question says it follows. */
  isParentKnown: boolean
  month: Date
  /** Tokens of a month for whom none are set. */
  usualQuota: number
  mostAnswers: number
  now: Date
}

export interface StoredQuestion {
  conversationId: string
  questionId: string
  messageId: string
  answerRank: bigint
}

interface Row {
  refusal: Refusal | null
  sentId: string | null
  conversationId: string
  questionId: string
  messageId: string
  answerRank: bigint
}

/**
 * Stores a question with the answer that is to be written, in one call and all or nothing.
 * @returns what was stored, the answer of a question that came before with the same key, or why nothing was stored
 */
export async function askQuestion(
  db: Db,
  question: Question,
): Promise<{ stored: StoredQuestion } | { sentId: string } | { refusal: Refusal }> {
  const { userId, input, title, binding, isParentKnown, usualQuota, mostAnswers, now } = question
  const { requestKey = null, conversationId: talk = null, mode, content, attachmentIds = [] } = input
  const { parentId: parent = null } = input
  const month = question.month.toISOString().slice(0, 10)
  const bound = binding && JSON.stringify(binding)
  const files = [...new Set(attachmentIds)]
  const [row] = await db.$queryRaw<Row[]>`
    SELECT refusal, sent_id AS "sentId", place_id AS "conversationId", question_id AS "questionId",
      answer_id AS "messageId", answer_rank AS "answerRank"
    FROM ask_question(${userId}::uuid, ${requestKey}::uuid, ${talk}::uuid, ${title}, ${bound}::jsonb, ${mode},
      ${content}, ${files}::uuid[], ${input.parentId !== undefined}, ${parent}::uuid, ${isParentKnown},
      ${month}::date, ${usualQuota}::bigint, ${mostAnswers}::int, ${now}::timestamptz)`
  if (!row) throw new Error('the question was not answered by the database')
  const { refusal, sentId, ...stored } = row
  if (refusal) return { refusal }
  return sentId === null ? { stored } : { sentId }
}
