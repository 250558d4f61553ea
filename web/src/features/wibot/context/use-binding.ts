import type { ConversationBinding } from '@hub/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { conversationQuery, refreshConversations, updateConversation } from '../api/conversations.ts'
import { setDraftBinding, useDraft } from '../composer/drafts.ts'
import { newConversation } from '../stream/live-answers.ts'

/** What a conversation is about, and how to change it; before it has begun its draft remembers it. */
export function useBinding(conversationId: string | null) {
  const client = useQueryClient()
  const key = conversationId ?? newConversation
  const conversation = useQuery({
    ...conversationQuery(conversationId ?? ''),
    enabled: conversationId !== null,
  })
  const draft = useDraft(key)
  const change = useMutation({
    mutationFn: ({ id, binding }: { id: string; binding: ConversationBinding | null }) =>
      updateConversation(id, { binding }),
    onSuccess: (changed) => {
      client.setQueryData(conversationQuery(changed.id).queryKey, changed)
      refreshConversations(client)
    },
  })
  const bind = (binding: ConversationBinding | null) => {
    if (conversationId === null) setDraftBinding(key, binding)
    else change.mutate({ id: conversationId, binding })
  }
  // The composer stays while its reader goes on to another conversation.
  const isOwn = change.variables?.id === conversationId
  const asked = isOwn && change.isPending ? change.variables.binding : undefined
  const known = conversation.data ? conversation.data.binding : (draft.binding ?? null)
  return { binding: asked === undefined ? known : asked, bind, error: isOwn ? change.error : null }
}
