import { randomUUID } from 'node:crypto'
import { ConflictError } from '@hub/contracts'
import pg from 'pg'
import {
  type MigrationFile,
  matchesChecksum,
  migrationChecksum,
  readMigrationFiles,
} from './migration-file.ts'

// The key that Prisma Migrate itself locks (`prisma migrate deploy` may run at the same time).
const prismaLockKey = 72707369

const historyTable = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`

interface HistoryRow {
  checksum: string
  finished_at: Date | null
}

/**
 * Applies the migrations of `dir` that the database has not seen, one transaction each, and answers their names.
 * Keeps the history table of Prisma Migrate. Several processes may call it at once.
 * @throws ConflictError naming a migration that was edited after it was applied, or that failed (now or earlier)
 */
export async function migrate({ url, dir }: { url: string; dir: string }): Promise<string[]> {
  const files = await readMigrationFiles(dir)
  const client = new pg.Client({ connectionString: url, application_name: 'hub-migrate' })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [prismaLockKey])
    await client.query(historyTable)
    const applied: string[] = []
    for (const file of files) {
      if (await applyOnce(client, file)) applied.push(file.name)
    }
    return applied
  } finally {
    await client.end() // ends the advisory lock too
  }
}

async function applyOnce(client: pg.Client, file: MigrationFile): Promise<boolean> {
  await client.query('BEGIN')
  try {
    // Session advisory locks do not conflict on the embedded database; a table lock does.
    await client.query('LOCK TABLE _prisma_migrations IN EXCLUSIVE MODE')
    const isNew = !(await isApplied(client, file))
    if (isNew) await apply(client, file)
    await client.query('COMMIT')
    return isNew
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

async function isApplied(client: pg.Client, { name, sql }: MigrationFile): Promise<boolean> {
  const { rows } = await client.query<HistoryRow>(
    'SELECT checksum, finished_at FROM _prisma_migrations WHERE migration_name = $1 AND rolled_back_at IS NULL',
    [name],
  )
  const [row] = rows
  if (!row) return false
  if (!row.finished_at) throw new ConflictError(`migration ${name} failed earlier and was not resolved`)
  if (!matchesChecksum(sql, row.checksum))
    throw new ConflictError(`migration ${name} was edited after it was applied`)
  return true
}

async function apply(client: pg.Client, { name, sql }: MigrationFile): Promise<void> {
  try {
    await client.query(sql)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), migrationChecksum(sql), name],
    )
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ConflictError(`migration ${name} failed, nothing of it was applied: ${reason}`, {
      cause: error,
    })
  }
}
