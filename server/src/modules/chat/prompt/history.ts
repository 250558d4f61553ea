import type { ChatMessage } from '@hub/llm'

/** What is remembered of a conversation, in characters, newest first; longer messages but the newest are shortened. */
export const historyCharacters = 24_000
const longestMessage = 6_000

/** The newest messages that fit the budget, oldest first, and how many older ones are left out. */
export function fitHistory(messages: Pick<ChatMessage, 'role' | 'content' | 'provider'>[]): {
  kept: ChatMessage[]
  missing: number
} {
  const kept: ChatMessage[] = []
  let used = 0
  const said = messages.filter(({ content }) => content !== '')
  for (const { content, ...rest } of said.toReversed()) {
    const isLong = kept.length > 0 && content.length > longestMessage
    const text = isLong ? `${content.slice(0, longestMessage).toWellFormed()} [... shortened]` : content
    if (used + text.length > historyCharacters) break
    used += text.length
    kept.unshift({ ...rest, content: text })
  }
  return { kept, missing: said.length - kept.length }
}
