import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { useSearchParams } from 'react-router'
import { showBranch } from '../api/branches.ts'
import { conversationQuery } from '../api/conversations.ts'
import { refreshNewest } from '../api/messages.ts'
import type { useConversation } from '../use-conversation.ts'

type State = ReturnType<typeof useConversation>
interface Read {
  messages: Pick<State['messages'], 'data' | 'fetchNextPage' | 'hasNextPage' | 'isFetching'>
  entries: readonly { message: { id: string } }[]
}

/**
 * The message that the address names (`?message=`), once it is read: its branch is shown and older pages are read until
 * it comes; once it came, the reader may leave it for another branch. `isMissing` when it is not to be found.
 */
export function useFoundMessage(conversationId: string | null, { messages, entries }: Read) {
  const client = useQueryClient()
  const [params] = useSearchParams()
  const wanted = params.get('message')
  const [shown, setShown] = useState<string | null>(null)
  const [missing, setMissing] = useState<string | null>(null)
  const isRead = messages.data !== undefined && !messages.isFetching
  const isHere = entries.some(({ message }) => message.id === wanted)
  const [seen, setSeen] = useState<string | null>(null)
  if (isHere && seen !== wanted) setSeen(wanted)
  const seek = useEffectEvent(async () => {
    if (wanted === null || conversationId === null) return
    if (shown === wanted && messages.hasNextPage) return void messages.fetchNextPage()
    if (shown === wanted) return setMissing(wanted)
    setShown(wanted)
    try {
      const conversation = await showBranch(conversationId, wanted)
      await refreshNewest(client, conversationId)
      client.setQueryData(conversationQuery(conversationId).queryKey, conversation)
    } catch (error) {
      console.warn('The message was not found.', error)
      setMissing(wanted)
    }
  })
  const pages = messages.data?.pages.length
  useEffect(() => {
    if (wanted !== seen && isRead && pages !== undefined && missing !== wanted) void seek()
  }, [wanted, isRead, seen, pages, missing])
  return { id: isHere ? wanted : null, isMissing: wanted !== null && missing === wanted }
}
