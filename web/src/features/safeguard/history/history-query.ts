import { ApprovalPage, ApprovalState } from '@hub/contracts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { api } from '../../../lib/api.ts'
import { queryKeys } from '../../../lib/query-keys.ts'

export interface HistoryFilters {
  state: ApprovalState | undefined
  tool: string | undefined
  q: string | undefined
  breakGlass: BreakGlassFilter | undefined
  level: GatedLevel | undefined
  /** When it was asked: from this instant, before that one. */
  from: string | undefined
  to: string | undefined
  cursor: string | undefined
}

export const breakGlassFilters = ['any', 'unreviewed'] as const
export type BreakGlassFilter = (typeof breakGlassFilters)[number]

export const gatedLevels = ['L3', 'L4'] as const
export type GatedLevel = (typeof gatedLevels)[number]

const pageSize = 25

/** Reads the filters out of an address; unknown values are left out. */
export function readFilters(params: URLSearchParams): HistoryFilters {
  const value = (key: string) => params.get(key)?.trim() || undefined
  const instant = (key: string) => z.iso.datetime().safeParse(params.get(key)).data
  return {
    state: ApprovalState.exclude(['pending']).safeParse(params.get('state')).data,
    tool: value('tool'),
    q: value('q'),
    breakGlass: breakGlassFilters.find((filter) => filter === params.get('breakGlass')),
    level: gatedLevels.find((level) => level === params.get('level')),
    from: instant('from'),
    to: instant('to'),
    cursor: value('cursor'),
  }
}

/** One page of the decided requests, newest first. */
export function historyQuery(filters: HistoryFilters) {
  return queryOptions({
    queryKey: [...queryKeys.approvals, 'history', filters],
    queryFn: ({ signal }) =>
      api.get('/api/safeguard/history', ApprovalPage, { signal, query: { ...filters, limit: pageSize } }),
    placeholderData: keepPreviousData,
  })
}

/** Address of the whole history under these filters, as a table for a spreadsheet. */
export function historyCsvPath({ cursor: _, ...filters }: HistoryFilters): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(filters)) if (value) params.set(key, value)
  return params.size === 0 ? '/api/safeguard/history.csv' : `/api/safeguard/history.csv?${params}`
}
