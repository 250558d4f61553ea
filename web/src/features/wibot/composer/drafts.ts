import type { ChatMode } from '@hub/contracts'
import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'

interface Draft {
  text: string
  /** Undefined until the person chooses: the conversation decides. */
  mode?: ChatMode | undefined
}

interface Drafts {
  /** Id of the person who typed; null before anybody did. */
  owner: string | null
  byConversation: Record<string, Draft>
}

const empty: Draft = { text: '' }

/** What was typed and not sent, by conversation. It lives as long as the tab: drafts may hold client data. */
export const useDrafts = create<Drafts>()(
  persist((): Drafts => ({ owner: null, byConversation: {} }), {
    name: 'hub.wibot.drafts',
    storage: createJSONStorage(() => sessionStorage),
  }),
)

/** Forgets what somebody else typed in this tab; true when it did. */
export function claimDrafts(userId: string): boolean {
  if (useDrafts.getState().owner === userId) return false
  useDrafts.setState({ owner: userId, byConversation: {} })
  return true
}

/** The draft of a conversation, empty when there is none. */
export function useDraft(conversation: string): Draft {
  return useDrafts((drafts) => drafts.byConversation[conversation]) ?? empty
}

/** Replaces the text of a draft. */
export function setDraftText(conversation: string, text: string): void {
  change(conversation, { text })
}

/** Remembers the mode chosen for the next message. */
export function setDraftMode(conversation: string, mode: ChatMode): void {
  change(conversation, { mode })
}

/** Gives a refused text back, unless something else has been typed since. */
export function restoreDraft(conversation: string, text: string): void {
  if ((useDrafts.getState().byConversation[conversation]?.text ?? '') === '') setDraftText(conversation, text)
}

/** Carries a draft over to the id that its conversation received. */
export function moveDraft(from: string, to: string): void {
  useDrafts.setState(({ byConversation: { [from]: draft, ...others } }) => ({
    byConversation: draft ? { ...others, [to]: draft } : others,
  }))
}

function change(conversation: string, draft: Partial<Draft>): void {
  useDrafts.setState(({ byConversation }) => ({
    byConversation: {
      ...byConversation,
      [conversation]: { ...empty, ...byConversation[conversation], ...draft },
    },
  }))
}
