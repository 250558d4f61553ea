// @vitest-environment jsdom
import type { IngestRun } from '@hub/contracts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, renderHook } from '@testing-library/react'
import { createElement, type ReactNode } from 'react'
import { afterEach, expect, it } from 'vitest'
import { documentsQuery } from '../knowledge-api.ts'
import { useReadAgain } from './use-read-again.ts'

const counts = { filesDone: 1, added: 1, updated: 0, moved: 0, removed: 0, unchanged: 0, failed: 0 }
const run = (id: string, state: IngestRun['state']): IngestRun => ({
  ...{ id, state, trigger: 'manual', startedAt: '2026-11-20T10:00:00.000Z', problems: [] },
  ...counts,
})
const read = (current: string | null, ...ended: string[]) => ({
  ingestion: {
    current: current === null ? null : run(current, 'running'),
    recent: ended.map((id) => run(id, 'done')),
  },
})

afterEach(cleanup)

it('reads the documents again once a pass has ended, the first one too', () => {
  const client = new QueryClient()
  const { queryKey } = documentsQuery({ state: 'failed' })
  const isOld = () => client.getQueryState(queryKey)?.isInvalidated
  const renew = () =>
    client.setQueryData(queryKey, { pages: [{ items: [], nextCursor: null }], pageParams: [''] })
  renew()
  const wrapper = ({ children }: { children: ReactNode }) =>
    createElement(QueryClientProvider, { client }, children)
  type State = Parameters<typeof useReadAgain>[0]
  const initialProps: State = undefined
  const { rerender } = renderHook((state: State) => useReadAgain(state), { wrapper, initialProps })
  rerender(read(null))
  rerender(read('a'))
  expect(isOld()).toBe(false)
  rerender(read(null, 'a'))
  expect(isOld()).toBe(true)
  renew()
  rerender(read('b', 'a'))
  expect(isOld()).toBe(false)
  rerender(read(null, 'b', 'a'))
  expect(isOld()).toBe(true)
})
