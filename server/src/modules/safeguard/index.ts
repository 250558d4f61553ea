export { GrantsQuery } from './grants.routes.ts'
export { HistoryQuery, PendingQuery } from './history-query.ts'
export { safeguardRoutes } from './safeguard.routes.ts'
