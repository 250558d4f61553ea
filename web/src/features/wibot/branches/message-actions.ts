import type { ChatMessage, ChatMode } from '@hub/contracts'
import { createContext } from 'react'

/** What can be done with the messages of the conversation on the screen. */
export interface MessageActions {
  conversationId: string | null
  /** The ticket that the conversation is about, if any. */
  ticketId: string | null
  /** An answer is being written: nothing else can begin. */
  isBusy: boolean
  /** Answers a question again, in another mode if one is given. */
  onRegenerate: (question: ChatMessage, mode?: ChatMode) => void
  /** Sends another version of a question. */
  onRewrite: (question: ChatMessage, text: string) => void
}

export const MessageActionsContext = createContext<MessageActions>({
  conversationId: null,
  ticketId: null,
  isBusy: false,
  onRegenerate: () => undefined,
  onRewrite: () => undefined,
})
