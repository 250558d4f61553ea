export { type Cable, layCable } from './cable.ts'
