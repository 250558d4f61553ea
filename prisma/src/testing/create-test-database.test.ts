import pg from 'pg'
import { expect, it } from 'vitest'
import { createTestDatabase } from './create-test-database.ts'

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}

it('gives each caller a migrated database of its own', async () => {
  const [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()])
  const insert = `INSERT INTO events (at, type, data) VALUES (now(), 'test', '{}')`
  await query(one.url, insert)
  const count = 'SELECT count(*)::int FROM events'
  expect(await query(one.url, count)).toEqual([{ count: 1 }])
  expect(await query(two.url, count)).toEqual([{ count: 0 }])
  await Promise.all([one.close(), two.close()])
  await expect(query(one.url, count)).rejects.toThrow()
})
