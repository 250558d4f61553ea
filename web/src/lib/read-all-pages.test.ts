import { expect, it } from 'vitest'
import { readAllPages } from './read-all-pages.ts'

it('reads page after page, and a thing that moved meanwhile once', async () => {
  const pages: Record<string, { items: string[]; nextCursor: string | null }> = {
    first: { items: ['a', 'b'], nextCursor: '2' },
    '2': { items: ['b', 'c'], nextCursor: '3' },
    '3': { items: ['d'], nextCursor: null },
  }
  const asked: unknown[] = []
  const whole = await readAllPages(
    async (query) => {
      asked.push(query)
      const page = pages[query.cursor ?? 'first']
      if (!page) throw new Error(`no page ${query.cursor}`)
      return page
    },
    (item) => item,
  )
  expect(whole).toEqual({ items: ['a', 'b', 'c', 'd'], nextCursor: null })
  expect(asked).toEqual([
    { limit: 200, cursor: undefined },
    { limit: 200, cursor: '2' },
    { limit: 200, cursor: '3' },
  ])
})

it('fails as a whole when a page cannot be read', async () => {
  const broken = async ({ cursor }: { cursor: string | undefined }) => {
    if (cursor) throw new Error('away')
    return { items: ['a'], nextCursor: '2' }
  }
  await expect(readAllPages(broken, (item) => item)).rejects.toThrow('away')
})
