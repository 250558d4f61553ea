import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useMemo, useRef } from 'react'
import { subscribeToHubEvents, useLive } from '../../lib/live.ts'
import { conversationQuery } from './api/conversations.ts'
import { inOrder, messagesQuery, refreshNewest } from './api/messages.ts'
import { timeline } from './messages/timeline.ts'
import { resume } from './stream/ask.ts'
import { newConversation, useLiveAnswers } from './stream/live-answers.ts'

/** Everything a conversation shows: its facts, its messages with the answer on its way, kept fresh. */
export function useConversation(id: string | null) {
  const live = useLiveAnswers(({ byConversation }) => byConversation[id ?? newConversation])
  const conversation = useQuery({ ...conversationQuery(id ?? ''), enabled: id !== null })
  const messages = useInfiniteQuery({ ...messagesQuery(id ?? ''), enabled: id !== null })
  const pages = messages.data?.pages
  const stored = useMemo(() => inOrder(pages ?? []), [pages])
  const entries = useMemo(() => timeline(stored, live), [stored, live])
  useResume(id, conversation.data?.streamingMessageId ?? null)
  useFreshMessages(id, `${conversation.data?.updatedAt} ${conversation.data?.leafId}`)
  return { live, conversation, messages, entries }
}

/** Goes on reading an answer that was being written when the page opened. */
function useResume(conversationId: string | null, messageId: string | null): void {
  const client = useQueryClient()
  useEffect(() => {
    if (conversationId !== null && messageId !== null) void resume(client, { conversationId, messageId })
  }, [client, conversationId, messageId])
}

/**
 * Reads the newest messages again when the Hub adds one, and when the conversation or the live link changed:
 * an event may have been missed meanwhile.
 */
function useFreshMessages(conversationId: string | null, state: string): void {
  const client = useQueryClient()
  const { mutate } = useMutation({ mutationFn: (id: string) => refreshNewest(client, id) })
  const link = useLive(({ state }) => state)
  const version = `${conversationId} ${state} ${link}`
  const seen = useRef(version)
  const refresh = useEffectEvent(() => {
    const isRead = conversationId !== null && client.getQueryData(messagesQuery(conversationId).queryKey)
    if (isRead) mutate(conversationId)
  })
  useEffect(() => {
    if (seen.current !== version) refresh()
    seen.current = version
  }, [version])
  useEffect(
    () =>
      subscribeToHubEvents((event) => {
        if (event.type === 'chat:message_appended') refresh()
      }),
    [],
  )
}
