// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import { createElement, type ReactNode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { conversationQuery } from '../api/conversations.ts'
import { useBinding } from './use-binding.ts'

const one = '0f0e0d0c-0000-4000-8000-000000000001'
const other = '0f0e0d0c-0000-4000-8000-000000000002'
const device = { kind: 'device', id: 'SW1', label: 'SW1' } as const

function open(id: string) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
  for (const known of [one, other])
    client.setQueryData(conversationQuery(known).queryKey, {
      ...{ id: known, title: 'Panne', mode: 'assistant', pinned: false, archived: false, binding: null },
      ...{ leafId: null, branchedFrom: null, streamingMessageId: null },
      ...{ createdAt: '2026-11-20T10:00:00.000Z', updatedAt: '2026-11-20T10:00:00.000Z' },
    })
  const wrapper = ({ children }: { children: ReactNode }) =>
    createElement(QueryClientProvider, { client }, children)
  return renderHook((shown: string) => useBinding(shown), { wrapper, initialProps: id })
}

describe('what a conversation is about', () => {
  afterEach(() => {
    cleanup()
    vi.unstubAllGlobals()
  })

  it('and why it could not be changed stay with that conversation', async () => {
    let refuse = (_: Response) => undefined as unknown
    vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => (refuse = resolve)))
    const { result, rerender } = open(one)
    act(() => result.current.bind(device))
    await waitFor(() => expect(result.current.binding).toEqual(device))
    rerender(other)
    expect(result.current.binding).toBeNull()
    act(() => void refuse(new Response('', { status: 503 })))
    rerender(one)
    await waitFor(() => expect(result.current.error).not.toBeNull())
    expect(result.current.binding).toBeNull()
    rerender(other)
    expect(result.current.error).toBeNull()
  })
})
