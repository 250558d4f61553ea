import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { migrationsDir } from '../migrations-dir.ts'
import { createEmptyDatabase } from '../testing/create-empty-database.ts'
import type { TestDatabase } from '../testing/test-database.ts'
import { migrate } from './migrate.ts'

const search = '20261122010000_knowledge_search'
const passages = 1_201

let database: TestDatabase
let before: string
beforeAll(async () => {
  database = await createEmptyDatabase()
  before = await mkdtemp(path.join(os.tmpdir(), 'hub-migrations-'))
  for (const name of await readdir(migrationsDir))
    if (name < search || !/^\d/.test(name))
      await cp(path.join(migrationsDir, name), path.join(before, name), { recursive: true })
})
afterAll(async () => {
  await database.close()
  await rm(before, { recursive: true })
})

it('indexes every passage that was stored before, whatever stands in it', async () => {
  await migrate({ url: database.url, dir: before })
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query(
    `INSERT INTO knowledge_documents (id, path, kind, title, audience, updated_at, content_hash)
      VALUES (gen_random_uuid(), 'case:1', 'case', 'Cas', 'N0', now(), 'h')`,
  )
  await client.query(
    `INSERT INTO knowledge_chunks (id, document_id, position, heading_path, content, plain)
      SELECT gen_random_uuid(), d.id, n, '{}', 'c', 'imprimante ' || 'poste-' || n FROM knowledge_documents d, generate_series(1, $1) n`,
    [passages - 1],
  )
  // Nothing repeats in it: the database cannot shorten it.
  await client.query(
    `INSERT INTO knowledge_chunks (id, document_id, position, heading_path, content, plain)
      SELECT gen_random_uuid(), d.id, 0, '{}', 'c', 'imprimante ' || string_agg(md5(n::text), '')
      FROM knowledge_documents d, generate_series(1, 400) n GROUP BY d.id`,
  )
  await migrate({ url: database.url, dir: migrationsDir })
  const { rows } = await client.query(
    `SELECT (SELECT sum(chunks)::int FROM knowledge_scopes) AS chunks,
      (SELECT chunks FROM knowledge_words WHERE word = 'imprimante') AS named,
      (SELECT count(*)::int FROM knowledge_chunks WHERE text_hash = '') AS left,
      (SELECT count(*)::int FROM knowledge_words WHERE word = 'poste-1200') AS runs`,
  )
  await client.end()
  expect(rows).toEqual([{ chunks: passages, named: passages, left: 0, runs: 1 }])
}, 60_000)
