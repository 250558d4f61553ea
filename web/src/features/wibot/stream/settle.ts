import type { QueryClient } from '@tanstack/react-query'
import { tokensQuery } from '../../../lib/tokens.ts'
import { refreshConversations } from '../api/conversations.ts'
import { inOrder, messagesQuery, refreshNewest } from '../api/messages.ts'
import { isEnded } from './answer.ts'
import type { Followed } from './follow-live.ts'
import { changeAnswer, forgetAnswer } from './live-answers.ts'

/** Puts the stored message in the place of an answer that was followed; without it the answer stays, with why. */
export async function settle(
  client: QueryClient,
  { conversation, answer, failure }: Followed,
): Promise<void> {
  changeAnswer(conversation, isEnded(answer) ? { phase: 'ended' } : { phase: 'failed', failure })
  refreshConversations(client)
  void client.invalidateQueries({ queryKey: tokensQuery.queryKey })
  try {
    await refreshNewest(client, conversation)
  } catch (refreshFailure) {
    if (!isEnded(answer)) changeAnswer(conversation, { failure: failure ?? refreshFailure })
    return
  }
  const stored = client.getQueryData(messagesQuery(conversation).queryKey)
  const message = inOrder(stored?.pages ?? []).find(({ id }) => id === answer.messageId)
  if (message && message.status !== 'streaming') forgetAnswer(conversation)
}
