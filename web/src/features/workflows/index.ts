export { RunPage } from './detail/run-page.tsx'
export { WorkflowsPage } from './list/workflows-page.tsx'
export { MaintenancePage } from './maintenance/maintenance-page.tsx'
export { TextsPage } from './texts/texts-page.tsx'
