export { seedDemoUsers } from './modules/users/index.ts'
export { type RunningServer, type ServerOverrides, startServer } from './start.ts'
