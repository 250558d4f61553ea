export { enrichisseurWorkflow } from './enrichisseur-workflow.ts'
export { redact } from './redact/redact.ts'
export { watchNights } from './watch-nights.ts'
