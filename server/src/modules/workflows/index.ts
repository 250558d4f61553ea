export { openRunSteps, type RunSteps } from './run-steps.ts'
export { workflowRoutes } from './workflows.routes.ts'
