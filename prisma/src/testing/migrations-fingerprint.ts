import { createHash } from 'node:crypto'
import manifest from '../../package.json' with { type: 'json' }
import { readMigrationFiles } from '../migrate/migration-file.ts'
import { migrationsDir } from '../migrations-dir.ts'

/** A short name for exactly this set of migrations on this version of PGlite (pinned in the manifest). */
export async function migrationsFingerprint(): Promise<string> {
  const hash = createHash('sha256').update(manifest.dependencies['@electric-sql/pglite'])
  for (const { name, sql } of await readMigrationFiles(migrationsDir)) hash.update(`\0${name}\0${sql}`)
  return hash.digest('hex').slice(0, 16)
}
