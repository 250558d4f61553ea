export { HistoryQuery } from './history-query.ts'
export { safeguardRoutes } from './safeguard.routes.ts'
export { createSafeguardSocket, type SafeguardSocket, safeguardSocketPath } from './safeguard-socket.ts'
