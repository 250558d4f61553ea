import { randomUUID } from 'node:crypto'
import { access, rename, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { startEmbeddedDatabase } from '../embedded/index.ts'
import { migrate } from '../migrate/migrate.ts'
import { migrationsDir } from '../migrations-dir.ts'
import { migrationsFingerprint } from './migrations-fingerprint.ts'
import type { TestDatabase } from './test-database.ts'

/** An in-memory database loaded from a dump that is built once per machine and set of migrations. */
export async function createEmbeddedTestDatabase(): Promise<TestDatabase> {
  const { url, close } = await startEmbeddedDatabase({ loadFrom: await migratedDump() })
  return { url, close }
}

async function migratedDump(): Promise<string> {
  const name = `hub-test-${os.userInfo().uid}-${await migrationsFingerprint()}.tar`
  const file = path.join(os.tmpdir(), name)
  try {
    await access(file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    await buildDump(file)
  }
  return file
}

/** Written under another name first: test files that run at the same time see the whole file or none. */
async function buildDump(file: string): Promise<void> {
  const database = await startEmbeddedDatabase()
  try {
    await migrate({ url: database.url, dir: migrationsDir })
    const draft = `${file}.${randomUUID()}`
    await writeFile(draft, await promisify(gunzip)(await database.dump()), { mode: 0o600 })
    await rename(draft, file)
  } finally {
    await database.close()
  }
}
