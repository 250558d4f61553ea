import { HealthReport, KnowledgeDocument } from '@hub/contracts'
import { type DocumentedRoute, ok } from '../documented-route.ts'

export const othersRoutes: DocumentedRoute[] = [
  {
    method: 'get',
    path: '/api/workflows/health',
    tag: 'health',
    summary: 'State of what the Hub depends on (N1+).',
    answer: ok(HealthReport),
  },
  {
    method: 'get',
    path: '/api/knowledge/documents/{id}',
    tag: 'knowledge',
    summary: 'A document that a citation opens.',
    answer: ok(KnowledgeDocument),
  },
]
