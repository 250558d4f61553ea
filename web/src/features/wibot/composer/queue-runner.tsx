import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { errorSentence } from '../../../lib/error-sentence.ts'
import { useLive } from '../../../lib/live.ts'
import { conversationQuery } from '../api/conversations.ts'
import { isBusy, newConversation } from '../stream/live-answers.ts'
import { sendQueued } from '../stream/send-queued.ts'
import { useConversation } from '../use-conversation.ts'
import { changeQueued, claimQueue, followQueue, useQueue } from './queue.ts'

/** Sends what waits in every conversation of a person, each message when the answer before it has ended. */
export function QueueRunners({ userId }: { userId: string }) {
  const owner = useQueue((queue) => queue.owner)
  const byConversation = useQueue((queue) => queue.byConversation)
  useEffect(() => claimQueue(userId), [userId])
  useEffect(followQueue, [])
  if (owner !== userId) return null
  const ids = Object.keys(byConversation).filter((id) => id !== newConversation)
  return ids.map((id) => <QueueRunner key={id} conversationId={id} />)
}

function QueueRunner({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation('ui')
  const client = useQueryClient()
  const first = useQueue(({ byConversation }) => byConversation[conversationId]?.[0])
  const link = useLive(({ state }) => state)
  const { live, conversation } = useConversation(conversationId)
  const isWriting = isBusy(live) || (conversation.data?.streamingMessageId ?? null) !== null
  const isNext = first !== undefined && first.held === null && conversation.data !== undefined && !isWriting
  const isUnsent = live?.phase === 'failed' && live.answer.messageId === null
  const next = isNext ? `${first.id} ${link}` : null
  const act = useEffectEvent(() => {
    if (first === undefined) return
    if (isUnsent && !first.isReleased) return changeQueued(conversationId, first.id, { held: 'failed' })
    sendQueued(client, conversationId, (failure) => errorSentence(failure, t)).catch((error: unknown) =>
      console.warn('A message still waits: the Hub could not be asked.', error),
    )
  })
  useEffect(() => {
    if (next !== null) act()
  }, [next])
  // Once it is gone, perhaps by another tab, the conversation holds more than this tab has seen.
  const firstId = first?.id
  useEffect(() => {
    if (firstId === undefined) return
    return () => void client.invalidateQueries({ queryKey: conversationQuery(conversationId).queryKey })
  }, [client, conversationId, firstId])
  return null
}
