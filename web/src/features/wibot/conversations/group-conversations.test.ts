import type { Conversation } from '@hub/contracts'
import { describe, expect, it } from 'vitest'
import { groupConversations } from './group-conversations.ts'

function conversation(title: string, updatedAt: Date, pinned = false): Conversation {
  const at = updatedAt.toISOString()
  const rest = { archived: false, binding: null, leafId: null, branchedFrom: null, streamingMessageId: null }
  return { id: title, title, mode: 'flash', pinned, createdAt: at, updatedAt: at, ...rest }
}

describe('groupConversations', () => {
  const now = new Date(2026, 2, 30, 0, 30)

  it('groups by the reader’s calendar days, newest first, across the summer time change', () => {
    const items = [
      conversation('older', new Date(2026, 2, 22, 23, 0)),
      conversation('week', new Date(2026, 2, 23, 9, 0)),
      conversation('yesterday', new Date(2026, 2, 29, 1, 0)),
      conversation('today', new Date(2026, 2, 30, 0, 5)),
      conversation('today, newer', new Date(2026, 2, 30, 0, 20)),
      conversation('pinned', new Date(2025, 0, 1), true),
    ]
    expect(
      groupConversations(items, now).map(({ group, members }) => [group, members.map((m) => m.id)]),
    ).toEqual([
      ['pinned', ['pinned']],
      ['today', ['today, newer', 'today']],
      ['yesterday', ['yesterday']],
      ['week', ['week']],
      ['older', ['older']],
    ])
  })
})
