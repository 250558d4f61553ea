import { type AppError, ConflictError } from '@hub/contracts'
import type { Refusal } from './ask-question.store.ts'
import { noSuchFile } from './attachments/message-attachments.store.ts'
import { notInTree } from './branches/find-in-tree.ts'
import { noConversation } from './conversation.store.ts'
import { tooManyAnswers } from './parallel-answers.store.ts'
import { quotaSpent } from './quota.ts'

/** What its sender is told of a question that was not stored. */
export function refusedQuestion(refusal: Refusal, now: Date): AppError {
  switch (refusal) {
    case 'chat.request_key':
      return new ConflictError('This key was used before', { reason: refusal })
    case 'limit.tokens':
      return quotaSpent(now)
    case 'chat.conversation':
      return noConversation()
    case 'chat.busy':
      return busy()
    case 'limit.answers':
      return tooManyAnswers()
    case 'chat.message':
      return notInTree('parentId')
    case 'attachment.not_found':
      return noSuchFile()
  }
}

/** One answer of a conversation is written at a time. */
export function busy(): ConflictError {
  return new ConflictError('An answer is already being written', { reason: 'chat.busy' })
}
