import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { ask, regenerate } from '../stream/ask.ts'
import { setEdit } from './edits.ts'
import type { MessageActions } from './message-actions.ts'

/** The actions on the messages of a conversation; without one yet there is nothing to act upon. */
export function useMessageActions(
  conversationId: string | null,
  { isBusy, ticketId }: Pick<MessageActions, 'isBusy' | 'ticketId'>,
): MessageActions {
  const client = useQueryClient()
  return useMemo(
    () => ({
      conversationId,
      isBusy,
      ticketId,
      onRegenerate: ({ id: questionId }, mode) => {
        if (conversationId === null) return
        void regenerate(client, { conversationId, questionId, ...(mode ? { mode } : {}) })
      },
      onRewrite: (question, content) => {
        if (conversationId === null) return
        setEdit(conversationId, null)
        const { mode, attachments, parentId, id: messageId } = question
        const onRefused = () => setEdit(conversationId, { messageId, text: content })
        void ask(client, { conversationId, mode, content, attachments }, { parentId, onRefused })
      },
    }),
    [client, conversationId, isBusy, ticketId],
  )
}
