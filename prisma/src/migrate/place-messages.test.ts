import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { expect, it } from 'vitest'
import { migrationsDir } from '../migrations-dir.ts'
import { createEmptyDatabase } from '../testing/create-empty-database.ts'
import { migrate } from './migrate.ts'

const placed = '20261122020000_conversations'
const ids = {
  user: '00000000-0000-7000-8000-00000000000a',
  one: '00000000-0000-7000-8000-000000000001',
  two: '00000000-0000-7000-8000-000000000002',
  empty: '00000000-0000-7000-8000-000000000003',
}

/** The migrations that come before. */
async function earlierMigrations(): Promise<string> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'hub-migrations-'))
  for (const name of await readdir(migrationsDir))
    if (name < placed) await cp(path.join(migrationsDir, name), path.join(dir, name), { recursive: true })
  return dir
}

const insert = (content: string, conversation: string) =>
  `INSERT INTO messages (id, conversation_id, role, mode, content, status)
   VALUES (gen_random_uuid(), '${conversation}', 'user', 'flash', '${content}', 'complete')`

it('makes one branch of each earlier conversation, in the order of its messages', async () => {
  const database = await createEmptyDatabase()
  const dir = await earlierMigrations()
  await migrate({ url: database.url, dir })
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query(`INSERT INTO users (id, login, display_name, password_hash, accreditation, updated_at)
    VALUES ('${ids.user}', 'x', 'X', 'h', 'N1', now())`)
  for (const id of [ids.one, ids.two, ids.empty])
    await client.query(
      `INSERT INTO conversations (id, user_id, title, mode) VALUES ('${id}', '${ids.user}', 't', 'flash')`,
    )
  for (const content of ['a', 'b', 'c']) {
    await client.query(insert(`1${content}`, ids.one))
    await client.query(insert(`2${content}`, ids.two))
  }
  await client.end()
  await migrate({ url: database.url, dir: migrationsDir })

  const after = new pg.Client({ connectionString: database.url })
  await after.connect()
  // A program of the version before goes on writing while this one is installed.
  await after.query(insert('2d', ids.two))
  await after.query(insert('0a', ids.empty))
  const { rows } = await after.query(`
    SELECT m.content, p.content AS parent, m.depth, l.content AS leaf
    FROM messages m LEFT JOIN messages p ON p.id = m.parent_id
    JOIN conversations c ON c.id = m.conversation_id JOIN messages l ON l.id = c.leaf_id
    ORDER BY m.content`)
  expect(rows).toEqual([
    { content: '0a', parent: null, depth: 0, leaf: '0a' },
    { content: '1a', parent: null, depth: 0, leaf: '1c' },
    { content: '1b', parent: '1a', depth: 1, leaf: '1c' },
    { content: '1c', parent: '1b', depth: 2, leaf: '1c' },
    { content: '2a', parent: null, depth: 0, leaf: '2d' },
    { content: '2b', parent: '2a', depth: 1, leaf: '2d' },
    { content: '2c', parent: '2b', depth: 2, leaf: '2d' },
    { content: '2d', parent: '2c', depth: 3, leaf: '2d' },
  ])
  const moved = after.query(`UPDATE messages SET parent_id = NULL WHERE content = '2d'`)
  await expect(moved).rejects.toThrow(/its place cannot change/)
  await after.end()
  await database.close()
  await rm(dir, { recursive: true })
}, 60_000)
