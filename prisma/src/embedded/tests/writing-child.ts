import pg from 'pg'
import { startEmbeddedDatabase } from '../index.ts'

// A child process that writes groups of five rows until it is killed, and prints a group's number once it is
// acknowledged. Arguments: data folder, first number.
const [dataDir = '', first] = process.argv.slice(2)
const database = await startEmbeddedDatabase({ dataDir })
const client = new pg.Client({ connectionString: database.url })
await client.connect()
await client.query(
  'CREATE TABLE IF NOT EXISTS groups (number int, member int, filler text, UNIQUE (number, member))',
)
for (let number = Number(first); ; number += 1) {
  await client.query('BEGIN')
  await client.query("INSERT INTO groups SELECT $1, m, repeat('x', 500) FROM generate_series(1, 5) m", [
    number,
  ])
  await client.query('COMMIT')
  process.stdout.write(`${number}\n`)
  if (number % 40 === 0) await client.query('CHECKPOINT')
}
