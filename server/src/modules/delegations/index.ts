export { delegationRoutes } from './delegations.routes.ts'
