import { AuditPage } from '@hub/contracts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

export interface AuditFilters {
  /** Beginning of an action, e.g. `approval.`. */
  action: string | undefined
  subject: string | undefined
  /** Key of an actor, e.g. `user:<id>`. */
  actor: string | undefined
  cursor: string | undefined
}

const pageSize = 50

/** Reads the filters out of an address. */
export function readAuditFilters(params: URLSearchParams): AuditFilters {
  const value = (key: string) => params.get(key)?.trim() || undefined
  const cursor = value('cursor')
  return {
    action: value('action'),
    subject: value('subject'),
    actor: value('actor'),
    cursor: cursor !== undefined && /^\d{1,18}$/.test(cursor) ? cursor : undefined,
  }
}

/** One page of the audit chain, newest first. */
export function auditQuery(filters: AuditFilters) {
  return queryOptions({
    queryKey: ['audit', filters],
    queryFn: ({ signal }) =>
      api.get('/api/audit', AuditPage, { signal, query: { ...filters, limit: pageSize } }),
    placeholderData: keepPreviousData,
  })
}
