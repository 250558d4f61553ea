export { healthRoutes, probeRoutes } from './health.routes.ts'
export { startHealth } from './start-health.ts'
