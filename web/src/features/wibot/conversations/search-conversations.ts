import type { Conversation } from '@hub/contracts'

/** Conversations whose title holds every word of `query`, accents and case apart. */
export function searchConversations(items: Conversation[], query: string): Conversation[] {
  const words = fold(query).split(/\s+/).filter(Boolean)
  return items.filter(({ title }) => words.every((word) => fold(title).includes(word)))
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
