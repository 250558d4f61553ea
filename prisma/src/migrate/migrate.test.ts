import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { createEmptyDatabase } from '../testing/create-empty-database.ts'
import type { TestDatabase } from '../testing/test-database.ts'
import { migrate } from './migrate.ts'

let database: TestDatabase
let dir: string

beforeAll(async () => {
  database = await createEmptyDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'hub-migrations-'))
  await writeFile(path.join(dir, 'migration_lock.toml'), 'provider = "postgresql"\n')
  await writeMigration('1_notes', 'CREATE TABLE notes (id int);\nINSERT INTO notes VALUES (1);\n')
  await writeMigration('2_text', 'ALTER TABLE notes ADD COLUMN text text;\n')
})
afterEach(async () => {
  await query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
  await rm(dir, { recursive: true })
})

async function writeMigration(name: string, sql: string): Promise<void> {
  await mkdir(path.join(dir, name), { recursive: true })
  await writeFile(path.join(dir, name, 'migration.sql'), sql)
}

async function query(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}

const run = () => migrate({ url: database.url, dir })

it('applies each migration once, in order, and records it as Prisma Migrate does', async () => {
  expect(await run()).toEqual(['1_notes', '2_text'])
  expect(await run()).toEqual([])
  await writeMigration('3_more', 'INSERT INTO notes VALUES (3);')
  expect(await run()).toEqual(['3_more'])
  expect(
    await query(`SELECT migration_name, length(checksum) AS checksum, finished_at >= started_at AS finished,
      rolled_back_at, applied_steps_count FROM _prisma_migrations ORDER BY 1`),
  ).toEqual(
    ['1_notes', '2_text', '3_more'].map((name) => ({
      migration_name: name,
      checksum: 64,
      finished: true,
      rolled_back_at: null,
      applied_steps_count: 1,
    })),
  )
})

it('applies each migration once when several processes start together', async () => {
  const applied = await Promise.all([run(), run(), run()])
  expect(applied.flat().sort()).toEqual(['1_notes', '2_text'])
  expect(await query('SELECT id FROM notes')).toEqual([{ id: 1 }])
})

it('refuses a migration that was edited after it was applied, but not for its line ends', async () => {
  await run()
  await writeMigration('2_text', 'ALTER TABLE notes ADD COLUMN text text;\r\n')
  expect(await run()).toEqual([])
  await writeMigration('2_text', 'ALTER TABLE notes ADD COLUMN text varchar;\n')
  await expect(run()).rejects.toThrow('migration 2_text was edited after it was applied')
})

it('names a migration that fails and applies nothing of it', async () => {
  await writeMigration('3_half', 'CREATE TABLE half (id int); SELECT no_such_column;')
  await expect(run()).rejects.toThrow(/migration 3_half failed.*no_such_column/)
  expect(await query("SELECT to_regclass('half') AS half, count(*)::int FROM _prisma_migrations")).toEqual([
    { half: null, count: 2 },
  ])
})

it('refuses to go on after a failure that another tool recorded', async () => {
  await run()
  await query("UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '2_text'")
  await expect(run()).rejects.toThrow('migration 2_text failed earlier')
})
