export { DelegationsQuery, delegationRoutes } from './delegations.routes.ts'
