export { policyRoutes } from './policy.routes.ts'
export { readExplanation } from './read-policy.ts'
