import pg from 'pg'

// A child process: 8 connections ask queries and check that every answer is the one they asked for.
// Prints {"asked", "wrong", "failed"} as JSON.
// Arguments: connection string, queries of each connection, bytes of the text parameter of every second query.
const [url, count, bytes] = process.argv.slice(2)
const pool = new pg.Pool({ connectionString: url, max: 8 })
const large = 'x'.repeat(Number(bytes))
const result = { asked: 0, wrong: 0, failed: 0 }

async function askMany(lane: number): Promise<void> {
  for (let i = 0; i < Number(count); i += 1) {
    const value = lane * 1000 + i
    const text = i % 2 === 0 ? large : 'short'
    result.asked += 1
    try {
      const { rows } = await pool.query(`SELECT $1::int AS value, length($2) AS size, ${lane} AS lane`, [
        value,
        text,
      ])
      const [row] = rows
      if (row?.value !== value || row?.size !== text.length || row?.lane !== lane) result.wrong += 1
    } catch {
      result.failed += 1
    }
  }
}

await Promise.all(Array.from({ length: 8 }, (_, lane) => askMany(lane)))
console.log(JSON.stringify(result))
process.exit(0)
