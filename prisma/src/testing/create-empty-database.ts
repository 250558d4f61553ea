import { startEmbeddedDatabase } from '../embedded/index.ts'
import { createEmptyServerDatabase } from './server-test-database.ts'
import type { TestDatabase } from './test-database.ts'

/** A database without any table, chosen as `createTestDatabase` does; for tests of the migrations themselves. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const adminUrl = process.env.TEST_DATABASE_ADMIN_URL
  return adminUrl ? createEmptyServerDatabase(adminUrl) : startEmbeddedDatabase()
}
