export { openRunSteps, type RunSteps } from './run-steps.ts'
export { RunsPageQuery, workflowRoutes } from './workflows.routes.ts'
