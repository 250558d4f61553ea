import { HealthReport } from '@hub/contracts'
import { type DocumentedRoute, ok } from '../documented-route.ts'

export const othersRoutes: DocumentedRoute[] = [
  {
    method: 'get',
    path: '/api/workflows/health',
    tag: 'health',
    summary: 'State of what the Hub depends on (N1+).',
    answer: ok(HealthReport),
  },
]
