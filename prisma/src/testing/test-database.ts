/** A database of one test file: migrated, without rows, its own. */
export interface TestDatabase {
  url: string
  close(): Promise<void>
}
