// @vitest-environment jsdom
import { QueryClient, QueryClientProvider, useInfiniteQuery } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { createElement } from 'react'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startI18n } from '../i18n/setup.ts'
import { ApiError } from '../lib/api-error.ts'
import { PagedList } from './paged-list.tsx'

type Pages = (cursor: string) => { items: string[]; nextCursor: string | null }

function List({ read }: { read: Pages }) {
  const query = useInfiniteQuery({
    queryKey: ['words'],
    queryFn: async ({ pageParam }) => read(pageParam),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    retry: false,
  })
  const row = (item: string) => createElement('li', { key: item }, item)
  return createElement(PagedList<string>, { query, failed: 'Échec', empty: 'Rien', row })
}

function open(read: Pages): void {
  const client = new QueryClient()
  render(createElement(QueryClientProvider, { client }, createElement(List, { read })))
}

describe('a list that is read page after page', () => {
  beforeAll(async () => {
    document.documentElement.lang = 'fr'
    await startI18n()
  })
  afterEach(cleanup)

  it('shows what it has, and more on demand until there is no more', async () => {
    open((cursor) =>
      cursor === '' ? { items: ['un'], nextCursor: 'b' } : { items: ['deux'], nextCursor: null },
    )
    const more = await screen.findByRole('button', { name: 'Afficher la suite' })
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['un'])
    fireEvent.click(more)
    await screen.findByText('deux')
    expect(screen.getAllByRole('listitem')).toHaveLength(2)
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('says why the next page did not come, and keeps the rows', async () => {
    let isDown = true
    open((cursor) => {
      if (cursor === '') return { items: ['un'], nextCursor: 'b' }
      if (isDown) throw new ApiError({ status: 503, code: 'INTERNAL', message: 'En panne' }, undefined)
      return { items: ['deux'], nextCursor: null }
    })
    fireEvent.click(await screen.findByRole('button', { name: 'Afficher la suite' }))
    expect((await screen.findByRole('alert')).textContent).toContain('En panne')
    expect(screen.getByText('un')).toBeTruthy()
    isDown = false
    fireEvent.click(screen.getByRole('button', { name: 'Afficher la suite' }))
    await screen.findByText('deux')
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('has something else to show when it is empty', async () => {
    open(() => ({ items: [], nextCursor: null }))
    await screen.findByText('Rien')
    expect(screen.queryByRole('list')).toBeNull()
  })
})
