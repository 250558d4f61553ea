export { type RunningServer, type ServerOverrides, startServer } from './start.ts'
