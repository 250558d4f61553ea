export { type McpOverrides, type RunningMcpServer, startMcpServer } from './start.ts'
