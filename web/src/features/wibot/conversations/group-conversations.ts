import type { Conversation } from '@hub/contracts'

export const conversationGroups = ['pinned', 'today', 'yesterday', 'week', 'older'] as const
export type ConversationGroup = (typeof conversationGroups)[number]

/**
 * Sorts conversations into the groups of the list, newest first; days are those of the reader's clock.
 * Empty groups are left out; "week" is the seven days before today.
 */
export function groupConversations(items: Conversation[], now: Date) {
  const byGroup = new Map<ConversationGroup, Conversation[]>(conversationGroups.map((group) => [group, []]))
  const newestFirst = [...items].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))
  for (const item of newestFirst) byGroup.get(groupOf(item, now))?.push(item)
  return [...byGroup]
    .filter(([, members]) => members.length > 0)
    .map(([group, members]) => ({ group, members }))
}

function groupOf(item: Conversation, now: Date): ConversationGroup {
  if (item.pinned) return 'pinned'
  const days = dayNumber(now) - dayNumber(new Date(item.updatedAt))
  if (days <= 0) return 'today'
  if (days === 1) return 'yesterday'
  return days <= 7 ? 'week' : 'older'
}

// Counting local calendar days through UTC keeps a 23 h or 25 h day (summer time) one day long.
function dayNumber(date: Date): number {
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000
}
