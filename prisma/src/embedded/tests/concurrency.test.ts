import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type EmbeddedDatabase, startEmbeddedDatabase } from '../index.ts'
import { runConcurrentClient } from './run-concurrent-client.ts'

let database: EmbeddedDatabase

beforeAll(async () => {
  database = await startEmbeddedDatabase()
})
afterAll(() => database.close())

// Parameters over 64 KB reach a server in several pieces, which is where messages of two clients can meet.
const splitting = { queries: 150, bytes: 200_000 }

it.each([{ queries: 300, bytes: 10 }, splitting, { queries: 20, bytes: 2_000_000 }])(
  'answers each of 8 concurrent connections with its own rows ($bytes bytes)',
  async (load) => {
    for (let round = 0; round < 2; round += 1) {
      const result = await runConcurrentClient(database.url, load)
      expect(result).toEqual({ asked: 8 * load.queries, wrong: 0, failed: 0 })
    }
  },
  120_000,
)

// Why there is a server of our own: the day this fails, the ready-made one may do.
it('is needed: the ready-made server gives the same clients wrong answers', async () => {
  const pglite = await PGlite.create()
  const server = new PGLiteSocketServer({ db: pglite, port: 0, maxConnections: 20 })
  await server.start()
  const url = `postgresql://postgres@${server.getServerConn()}/postgres`
  let bad = 0
  for (let round = 0; round < 6 && bad === 0; round += 1) {
    const { wrong, failed } = await runConcurrentClient(url, splitting)
    bad = wrong + failed
  }
  await server.stop()
  await pglite.close()
  expect(bad).toBeGreaterThan(0)
}, 180_000)

it('loses no concurrent read-modify-write', async () => {
  const pool = new pg.Pool({ connectionString: database.url, max: 6 })
  await pool.query('CREATE TABLE counters (id int PRIMARY KEY, value int NOT NULL)')
  await pool.query('INSERT INTO counters VALUES (1, 0)')
  const add = async () => {
    const client = await pool.connect()
    await client.query('BEGIN')
    const { rows } = await client.query<{ value: number }>('SELECT value FROM counters WHERE id = 1')
    await client.query('UPDATE counters SET value = $1 WHERE id = 1', [(rows[0]?.value ?? Number.NaN) + 1])
    await client.query('COMMIT')
    client.release()
  }
  const lane = async () => {
    for (let i = 0; i < 100; i += 1) await add()
  }
  await Promise.all(Array.from({ length: 6 }, lane))
  const { rows } = await pool.query('SELECT value FROM counters')
  await pool.end()
  expect(rows).toEqual([{ value: 600 }])
})
