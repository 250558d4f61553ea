export { type RunningHub, startHub } from './start.ts'
