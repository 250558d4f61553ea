import { useLocation, useNavigate } from 'react-router'
import { readAuditFilters } from './audit-query.ts'

type Change = Partial<Record<'action' | 'subject' | 'actor', string>>

/** The filters and the page of the audit, kept in the address; `trail` holds the cursors of the pages before. */
export function useAuditFilters() {
  const { search, state } = useLocation()
  const navigate = useNavigate()
  const params = new URLSearchParams(search)
  const filters = readAuditFilters(params)
  const trail: string[] = Array.isArray(state?.trail) ? state.trail : []
  const go = (next: URLSearchParams, newTrail: string[]) =>
    void navigate({ search: next.toString() }, { state: { trail: newTrail } })
  const toCursor = (cursor: string | undefined, newTrail: string[]) => {
    const next = new URLSearchParams(params)
    if (cursor) next.set('cursor', cursor)
    else next.delete('cursor')
    go(next, newTrail)
  }
  return {
    filters,
    /** A changed filter starts again at the first page; an empty value takes it away. */
    change: (change: Change) => {
      const next = new URLSearchParams(params)
      next.delete('cursor')
      for (const [key, value] of Object.entries(change)) {
        if (value) next.set(key, value)
        else next.delete(key)
      }
      go(next, [])
    },
    clear: () => go(new URLSearchParams(), []),
    page: trail.length + 1,
    next: (cursor: string) => toCursor(cursor, [...trail, filters.cursor ?? '']),
    previous: filters.cursor ? () => toCursor(trail.at(-1) || undefined, trail.slice(0, -1)) : undefined,
  }
}
