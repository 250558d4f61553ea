export { startWorkflows, type WorkflowsOverrides } from './start.ts'
