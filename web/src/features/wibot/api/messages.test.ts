import type { ChatMessage, ChatMessagePage } from '@hub/contracts'
import { describe, expect, it } from 'vitest'
import { inOrder, mergeNewest, newestPages } from './messages.ts'

function message(id: string, content = id): ChatMessage {
  return {
    id,
    conversationId: 'c',
    role: 'user',
    kind: 'message',
    mode: 'flash',
    content,
    status: 'complete',
    provider: null,
    model: null,
    notice: null,
    toolCalls: [],
    sources: [],
    attachments: [],
    parentId: null,
    siblings: { index: 0, count: 1, previousId: null, nextId: null },
    approvalId: null,
    error: null,
    createdAt: '2026-03-02T09:00:00.000Z',
    completedAt: null,
  }
}
const page = (ids: string[], nextCursor: string | null = null): ChatMessagePage => ({
  items: ids.map((id) => message(id)),
  nextCursor,
})

describe('messages', () => {
  it('puts the pages in order of time, each message once', () => {
    const pages = [page(['3', '4']), page(['1', '2', '3'])]
    expect(inOrder(pages).map(({ id }) => id)).toEqual(['1', '2', '3', '4'])
  })

  it('keeps only what comes before the newest page on its branch', () => {
    const known = { pages: [page(['1', '2', '3'], 'x')], pageParams: [undefined] }
    const other = { items: [{ ...message('4'), parentId: '1' }, message('5')], nextCursor: null }
    const merged = mergeNewest(known, other)
    expect(inOrder(merged.pages).map(({ id }) => id)).toEqual(['1', '4', '5'])
    const fromRoot = mergeNewest(known, page(['6', '7']))
    expect(inOrder(fromRoot.pages).map(({ id }) => id)).toEqual(['6', '7'])
  })

  it('reads the newest page again without losing the older ones', () => {
    const known = { pages: [page(['3', '4'], 'x'), page(['1', '2'])], pageParams: [undefined, 'x'] }
    const newest = { items: [message('4', 'ended'), message('5')], nextCursor: 'y' }
    const merged = mergeNewest(known, newest)
    expect(inOrder(merged.pages).map(({ content }) => content)).toEqual(['1', '2', '3', 'ended', '5'])
    expect(merged.pages[0]?.nextCursor).toBe('x')
  })

  it('starts again when messages lie between what is known and what is new', () => {
    const merged = mergeNewest({ pages: [page(['1'])], pageParams: [undefined] }, page(['8', '9'], 'z'))
    expect(merged).toEqual({ pages: [page(['8', '9'], 'z')], pageParams: [undefined] })
  })

  it('lets the oldest pages go once many were read', () => {
    const known = (count: number) => ({
      pages: Array.from({ length: count }, (_, rank) => page([String(rank)], `c${rank}`)),
      pageParams: Array.from({ length: count }, (_, rank) => rank),
    })
    expect(newestPages(known(10))?.pages).toHaveLength(10)
    expect(newestPages(known(11))).toEqual(known(4))
    expect(newestPages(undefined)).toBeUndefined()
  })
})
