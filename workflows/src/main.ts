import { runProcess } from '@hub/kernel'
import { startWorkflows } from './start.ts'

await runProcess(() => startWorkflows(process.env))
