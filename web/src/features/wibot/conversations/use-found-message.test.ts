// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import { createElement, type ReactNode } from 'react'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useFoundMessage } from './use-found-message.ts'

type Read = Parameters<typeof useFoundMessage>[1]

const readSoFar = (...ids: string[]): Read => ({
  messages: {
    data: { pages: [{ items: [], nextCursor: 'older' }], pageParams: [undefined] },
    isFetching: false,
    hasNextPage: true,
    fetchNextPage: vi.fn<Read['messages']['fetchNextPage']>(),
  },
  entries: ids.map((id) => ({ message: { id } })),
})

function open(initialProps: Read) {
  const client = new QueryClient()
  const wrapper = ({ children }: { children: ReactNode }) =>
    createElement(
      MemoryRouter,
      { initialEntries: ['/wibot/c1?message=m2'] },
      createElement(QueryClientProvider, { client }, children),
    )
  return renderHook((read: Read) => useFoundMessage('c1', read), { wrapper, initialProps })
}

describe('the message that the address names', () => {
  const asked = vi.fn<typeof fetch>()
  beforeEach(() => {
    asked.mockReset().mockRejectedValue(new TypeError('no network'))
    vi.stubGlobal('fetch', asked)
    vi.spyOn(console, 'warn').mockReturnValue()
  })
  afterEach(() => {
    cleanup()
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })

  it('is looked for on its branch, and said to be missing when that fails', async () => {
    const { result } = open(readSoFar('m1'))
    await waitFor(() => expect(result.current.isMissing).toBe(true))
    expect(String(asked.mock.calls[0]?.[0])).toContain('/conversations/c1/leaf')
  })

  it('may be left for another version once it was there', async () => {
    const { result, rerender } = open(readSoFar('m1', 'm2'))
    expect(result.current).toEqual({ id: 'm2', isMissing: false })
    const other = readSoFar('m1', 'm3')
    rerender(other)
    await act(async () => undefined)
    expect(result.current).toEqual({ id: null, isMissing: false })
    expect(asked).not.toHaveBeenCalled()
    expect(other.messages.fetchNextPage).not.toHaveBeenCalled()
  })
})
