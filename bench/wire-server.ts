import { openPglite, startEmbeddedDatabase } from '@hub/prisma/embedded'
import pg from 'pg'

// What the wire server costs: the same query over the socket and on PGlite itself, in one run.
// Prints queries per second and their ratio; only the ratio means something on a shared machine.

const sql = 'SELECT id, name FROM items WHERE id = $1'
const setup = `CREATE TABLE items (id int PRIMARY KEY, name text);
  INSERT INTO items SELECT n, 'item ' || n FROM generate_series(1, 1000) n`
const queries = 4_000

async function perSecond(ask: (id: number) => Promise<unknown>, lanes: number): Promise<number> {
  const lane = async (first: number) => {
    for (let i = first; i < queries; i += lanes) await ask(1 + (i % 1000))
  }
  const start = performance.now()
  await Promise.all(Array.from({ length: lanes }, (_, first) => lane(first)))
  return (queries * 1000) / (performance.now() - start)
}

const direct = await openPglite({})
await direct.exec(setup)
const database = await startEmbeddedDatabase()
const pool = new pg.Pool({ connectionString: database.url, max: 8 })
await pool.query(setup)

const askDirect = (id: number) => direct.query(sql, [id])
const askWire = (id: number) => pool.query(sql, [id])
// The best of several rounds: other processes only ever slow one down.
async function best(ask: (id: number) => Promise<unknown>, lanes: number): Promise<number> {
  const rates: number[] = []
  for (let round = 0; round < 4; round += 1) rates.push(await perSecond(ask, lanes))
  return Math.max(...rates)
}

const base = await best(askDirect, 1)
for (const lanes of [1, 8]) {
  const rate = await best(askWire, lanes)
  const ratio = (rate / base).toFixed(2)
  console.log(
    `${lanes} connection(s): ${Math.round(rate)}/s over the socket, ${Math.round(base)}/s direct, ratio ${ratio}`,
  )
}

await pool.end()
await database.close()
await direct.close()
