import type { ChatMessage } from '@hub/llm'

/** What is remembered of a conversation, in characters, newest first; longer messages but the newest are shortened. */
const budget = 24_000
const longestMessage = 6_000

/** The newest messages that fit the budget, oldest first. */
export function fitHistory(messages: { role: 'user' | 'assistant'; content: string }[]): ChatMessage[] {
  const kept: ChatMessage[] = []
  let used = 0
  for (const { role, content } of [...messages].reverse()) {
    if (content === '') continue
    const isLong = kept.length > 0 && content.length > longestMessage
    const text = isLong ? `${content.slice(0, longestMessage)} [... shortened]` : content
    if (used + text.length > budget) break
    used += text.length
    kept.unshift({ role, content: text })
  }
  return kept
}
