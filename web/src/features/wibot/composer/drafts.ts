import type { Attachment, ChatMode, ConversationBinding } from '@hub/contracts'
import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'

interface Draft {
  text: string
  /** Undefined until the person chooses: the conversation decides. */
  mode?: ChatMode | undefined
  /** Files that go with the message. */
  files?: DraftFile[]
  /** What a conversation that has not begun will be about. */
  binding?: ConversationBinding | null
}

/** A file that was given to the composer: on its way, taken by the Hub, or refused with why. */
export interface DraftFile {
  key: string
  name: string
  size: number
  state: 'reading' | 'ready' | 'error'
  attachment?: Attachment
  why?: string
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
    // A file on its way is lost with the page; one that the Hub has is not.
    partialize: ({ owner, byConversation }): Drafts => ({ owner, byConversation: settled(byConversation) }),
  }),
)

function settled(drafts: Drafts['byConversation']): Drafts['byConversation'] {
  return Object.fromEntries(
    Object.entries(drafts).map(([id, { files = [], ...draft }]) => [
      id,
      { ...draft, files: files.filter(({ state }) => state === 'ready') },
    ]),
  )
}

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

/** Adds a question to what is typed, on a line of its own. */
export function addDraftText(conversation: string, text: string): void {
  const typed = useDrafts.getState().byConversation[conversation]?.text.trimEnd() ?? ''
  change(conversation, { text: typed === '' ? text : `${typed}\n${text}` })
}

/** Remembers the mode chosen for the next message. */
export function setDraftMode(conversation: string, mode: ChatMode): void {
  change(conversation, { mode })
}

/** Remembers what the conversation will be about; null for nothing. */
export function setDraftBinding(conversation: string, binding: ConversationBinding | null): void {
  change(conversation, { binding })
}

/** Changes the files of a draft. */
export function changeDraftFiles(conversation: string, next: (files: DraftFile[]) => DraftFile[]): void {
  change(conversation, { files: next(useDrafts.getState().byConversation[conversation]?.files ?? []) })
}

/** Changes a file in whatever draft it is: a conversation receives its id while its files are on their way. */
export function changeDraftFile(key: string, facts: Partial<DraftFile>): void {
  const drafts = Object.entries(useDrafts.getState().byConversation)
  for (const [conversation, { files = [] }] of drafts)
    if (files.some((file) => file.key === key))
      changeDraftFiles(conversation, (all) =>
        all.map((file) => (file.key === key ? { ...file, ...facts } : file)),
      )
}

/** Once its text and files were sent. */
export function emptyDraft(conversation: string): void {
  change(conversation, { text: '', files: [] })
}

/** Gives a refused text and its files back, before what has been typed since. */
export function restoreDraft(conversation: string, text: string, attachments: Attachment[] = []): void {
  const { text: typed = '', files = [] } = useDrafts.getState().byConversation[conversation] ?? empty
  const given = attachments.map((attachment) => {
    const { id, name, size } = attachment
    return { key: id, name, size, state: 'ready' as const, attachment }
  })
  change(conversation, { text: typed === '' ? text : `${text}\n${typed}`, files: [...given, ...files] })
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
