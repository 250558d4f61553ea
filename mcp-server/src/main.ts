import { runProcess } from '@hub/kernel'
import { startMcpServer } from './start.ts'

await runProcess(() => startMcpServer(process.env))
