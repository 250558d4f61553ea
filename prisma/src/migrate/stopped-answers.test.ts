import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { expect, it } from 'vitest'
import { migrationsDir } from '../migrations-dir.ts'
import { createEmptyDatabase } from '../testing/create-empty-database.ts'
import { migrate } from './migrate.ts'

const streams = '20261122030000_answer_streams'
const one = '00000000-0000-7000-8000-000000000001'

it('lets answers end that were stopped while their writer died, and counts what was spent before', async () => {
  const database = await createEmptyDatabase()
  const dir = await mkdtemp(path.join(os.tmpdir(), 'hub-migrations-'))
  for (const name of await readdir(migrationsDir))
    if (name < streams) await cp(path.join(migrationsDir, name), path.join(dir, name), { recursive: true })
  await migrate({ url: database.url, dir })
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query(`
    INSERT INTO users (id, login, display_name, password_hash, accreditation, updated_at)
      VALUES ('${one}', 'x', 'X', 'h', 'N1', now());
    INSERT INTO conversations (id, user_id, title, mode) VALUES ('${one}', '${one}', 't', 'flash');
    INSERT INTO messages (id, conversation_id, role, mode, content, status, prompt_tokens, completion_tokens,
                          created_at, completed_at)
      VALUES (gen_random_uuid(), '${one}', 'assistant', 'flash', 'a', 'complete', 20, 3, '2026-11-20', '2026-11-20'),
        (gen_random_uuid(), '${one}', 'assistant', 'flash', 'b', 'stopped', 5, 1, '2026-11-21', '2026-11-21'),
        (gen_random_uuid(), '${one}', 'assistant', 'flash', 'c', 'stopped', 0, 0, '2026-11-22', NULL)`)
  await client.end()
  await migrate({ url: database.url, dir: migrationsDir })

  const after = new pg.Client({ connectionString: database.url })
  await after.connect()
  const { rows } = await after.query(
    'SELECT content, alive_at = created_at AS silent FROM messages ORDER BY rank',
  )
  expect(rows).toEqual([
    { content: 'a', silent: null },
    { content: 'b', silent: null },
    { content: 'c', silent: true },
  ])
  const months = await after.query('SELECT tokens::int FROM token_months')
  expect(months.rows).toEqual([{ tokens: 29 }])
  await after.end()
  await rm(dir, { recursive: true })
  await database.close()
})
