import { runProcess } from '@hub/kernel'
import { startServer } from './start.ts'

await runProcess(() => startServer(process.env))
