import { create } from 'zustand'

/** A question that is being written anew, in its place. */
export interface Edit {
  messageId: string
  text: string
}

interface Edits {
  byConversation: Record<string, Edit>
  /** The message whose version switch takes the focus once it is drawn. */
  focusOn: string | null
}

/** Outlives the row that shows it: rows far from the screen do not exist. */
export const useEdits = create<Edits>(() => ({ byConversation: {}, focusOn: null }))

/** Begins or continues an edit; null ends it. */
export function setEdit(conversation: string, edit: Edit | null): void {
  useEdits.setState(({ byConversation: { [conversation]: _, ...others } }) => ({
    byConversation: edit ? { ...others, [conversation]: edit } : others,
  }))
}
