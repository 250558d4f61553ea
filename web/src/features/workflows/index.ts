export { RunPage } from './detail/run-page.tsx'
export { WorkflowsPage } from './list/workflows-page.tsx'
