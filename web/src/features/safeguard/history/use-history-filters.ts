import { useLocation, useNavigate } from 'react-router'
import { type HistoryFilters, readFilters } from './history-query.ts'

type Change = Partial<Record<'state' | 'tool' | 'q' | 'breakGlass' | 'level', string>>

/** The filters and the page of the history, kept in the address; `trail` holds the cursors of the pages before. */
export function useHistoryFilters() {
  const { search, state } = useLocation()
  const navigate = useNavigate()
  const params = new URLSearchParams(search)
  const trail: string[] = Array.isArray(state?.trail) ? state.trail : []
  const go = (next: URLSearchParams, options: { trail: string[]; replace?: boolean }) =>
    void navigate(
      { search: next.toString() },
      { replace: options.replace ?? false, state: { trail: options.trail } },
    )
  const toCursor = (cursor: string | undefined, newTrail: string[]) => {
    const next = new URLSearchParams(params)
    if (cursor) next.set('cursor', cursor)
    else next.delete('cursor')
    go(next, { trail: newTrail })
  }
  const filters: HistoryFilters = readFilters(params)
  return {
    filters,
    /** A changed filter starts again at the first page. */
    change: (change: Change, replace = false) => {
      const next = new URLSearchParams(params)
      next.delete('cursor')
      for (const [key, value] of Object.entries(change)) {
        if (value) next.set(key, value)
        else next.delete(key)
      }
      go(next, { trail: [], replace })
    },
    clear: () => go(new URLSearchParams(), { trail: [] }),
    page: trail.length + 1,
    next: (cursor: string) => toCursor(cursor, [...trail, filters.cursor ?? '']),
    previous: filters.cursor ? () => toCursor(trail.at(-1) || undefined, trail.slice(0, -1)) : undefined,
  }
}
