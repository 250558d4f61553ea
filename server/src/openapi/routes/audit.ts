import { AuditPage, SafeguardSignals } from '@hub/contracts'
import { AuditQuery } from '../../modules/audit/index.ts'
import { PeriodQuery } from '../../modules/supervision/index.ts'
import { type DocumentedRoute, ok } from '../documented-route.ts'

export const auditRoutes: DocumentedRoute[] = [
  {
    method: 'get',
    path: '/api/audit',
    tag: 'audit',
    summary: 'Rows of the audit chain, newest first (N3+).',
    query: AuditQuery,
    answer: ok(AuditPage),
  },
  {
    method: 'get',
    path: '/api/audit/export',
    tag: 'audit',
    summary: 'The whole chain as lines of JSON, to verify anywhere (N3+).',
    answer: { status: 200, media: 'application/x-ndjson' },
  },
  {
    method: 'get',
    path: '/api/supervision/safeguard',
    tag: 'supervision',
    summary:
      'Requests, decision times and habits of approvers in a period; the last 30 days unless told (N3+).',
    query: PeriodQuery,
    answer: ok(SafeguardSignals),
  },
]
