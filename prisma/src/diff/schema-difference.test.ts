import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { migrationsDir } from '../migrations-dir.ts'
import { schemaDifference } from './schema-difference.ts'

const schemaPath = fileURLToPath(new URL('../../schema.prisma', import.meta.url))

it('finds no difference between the migrations and schema.prisma', async () => {
  expect(await schemaDifference({ schemaPath, dir: migrationsDir })).toBe('')
}, 60_000)

it('prints the SQL for a column that the schema has and the migrations have not', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'hub-diff-'))
  const changed = path.join(folder, 'schema.prisma')
  const schema = await readFile(schemaPath, 'utf8')
  await writeFile(changed, schema.replace('model User {', 'model User {\n  nickname String?'))
  const difference = await schemaDifference({ schemaPath: changed, dir: migrationsDir })
  await rm(folder, { recursive: true })
  expect(difference).toContain('ALTER TABLE "users" ADD COLUMN     "nickname" TEXT;')
}, 60_000)
