export { type Cable, layCable } from './cable.ts'
export { createDraw, type Draw } from './draw.ts'
