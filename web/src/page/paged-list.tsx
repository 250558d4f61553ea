import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Loaded } from './loaded.tsx'
import { MoreButton } from './more-button.tsx'

interface PagedListProps<T> {
  query: UseInfiniteQueryResult<InfiniteData<{ items: T[] }, unknown>>
  /** What could not be read, when that is so. */
  failed: string
  /** Stands in the place of a list without rows. */
  empty: ReactNode
  /** One row, a list item with its key. */
  row: (item: T) => ReactNode
}

/** A list that is read page after page. */
export function PagedList<T>({ query, failed, empty, row }: PagedListProps<T>) {
  return (
    <>
      <Loaded query={query} failed={failed}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          return items.length === 0 ? empty : <ul className="border-t">{items.map(row)}</ul>
        }}
      </Loaded>
      <MoreButton query={query} className="self-start" />
    </>
  )
}
