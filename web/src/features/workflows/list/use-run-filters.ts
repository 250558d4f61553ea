import { useLocation, useNavigate } from 'react-router'
import { readRunFilters } from './run-filters.ts'

type Change = Partial<Record<'workflow' | 'state' | 'q' | 'days' | 'from' | 'to', string>>

/** The filters and the page of the runs, kept in the address; `trail` holds the cursors of the pages before. */
export function useRunFilters() {
  const { search, state } = useLocation()
  const navigate = useNavigate()
  const params = new URLSearchParams(search)
  const filters = readRunFilters(params)
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
  const { cursor, ...chosen } = filters
  return {
    filters,
    isFiltered: Object.values(chosen).some(Boolean),
    /** A changed filter starts again at the first page; an empty value takes it away. */
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
    next: (to: string) => toCursor(to, [...trail, cursor ?? '']),
    previous: cursor ? () => toCursor(trail.at(-1) || undefined, trail.slice(0, -1)) : undefined,
  }
}
