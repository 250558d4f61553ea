import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { readMigrationFiles } from '../migrate/migration-file.ts'
import { openSchemaEngine } from './schema-engine.ts'

/**
 * The SQL that leads from the migrations of `dir` to the schema file; empty when they say the same.
 * @throws the engine's error when a migration does not apply
 */
export async function schemaDifference(input: { schemaPath: string; dir: string }): Promise<string> {
  const content = await readFile(input.schemaPath, 'utf8')
  const { engine, close } = await openSchemaEngine({ path: input.schemaPath, content })
  try {
    const result = await engine.diff({
      from: { tag: 'migrations', ...(await readMigrationList(input.dir)) },
      to: { tag: 'schemaDatamodel', files: [{ path: input.schemaPath, content }] },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    })
    return result.exitCode === 0 ? '' : (result.stdout ?? '')
  } finally {
    await close()
  }
}

async function readMigrationList(dir: string) {
  const lockfile = 'migration_lock.toml'
  const files = await readMigrationFiles(dir)
  return {
    baseDir: dir,
    lockfile: { path: lockfile, content: await readFile(path.join(dir, lockfile), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: files.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
    })),
  }
}
