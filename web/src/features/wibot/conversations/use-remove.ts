import type { Conversation } from '@hub/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import {
  conversationQuery,
  deleteConversation,
  refreshConversations,
  restoreConversation,
  updateConversation,
} from '../api/conversations.ts'
import { forgetAnswer, liveAnswer } from '../stream/live-answers.ts'
import { type Removal, setRemoval } from './removals.ts'

/** Deletes a conversation, or puts it into the archive; both can be taken back. A refusal is kept for the screen. */
export function useRemove(conversation: Conversation, isCurrent: boolean) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { id, title } = conversation
  return useMutation({
    mutationFn: async (kind: Removal['kind']) => {
      if (kind === 'deleted') await deleteConversation(id)
      else await updateConversation(id, { archived: true })
    },
    onSuccess: async (_, kind) => {
      setRemoval({ kind, conversation: { id, title } })
      if (kind === 'deleted') {
        liveAnswer(id)?.abort()
        forgetAnswer(id)
        if (isCurrent) await navigate('/wibot', { replace: true })
      }
      refreshConversations(client)
    },
  })
}

/** Takes a deletion or an archiving back. */
export function useTakeBack() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ kind, conversation: { id } }: Removal) =>
      kind === 'deleted' ? restoreConversation(id) : updateConversation(id, { archived: false }),
    onSuccess: (conversation) => {
      client.setQueryData(conversationQuery(conversation.id).queryKey, conversation)
      setRemoval(null)
      refreshConversations(client)
    },
  })
}
