export { countRowsRead } from './count-rows-read.ts'
export { createTestDatabase } from './create-test-database.ts'
export type { TestDatabase } from './test-database.ts'
