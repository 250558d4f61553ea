import { createEmbeddedTestDatabase } from './embedded-test-database.ts'
import { createServerTestDatabase } from './server-test-database.ts'
import type { TestDatabase } from './test-database.ts'

/**
 * A fresh migrated database for one test file. On the PostgreSQL server of TEST_DATABASE_ADMIN_URL when that is set
 * (the role must be allowed to create databases), else in memory.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const adminUrl = process.env.TEST_DATABASE_ADMIN_URL
  return adminUrl ? createServerTestDatabase(adminUrl) : createEmbeddedTestDatabase()
}
