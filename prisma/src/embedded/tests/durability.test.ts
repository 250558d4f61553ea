import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startEmbeddedDatabase } from '../index.ts'

const script = fileURLToPath(new URL('./writing-child.ts', import.meta.url))
let dataDir: string

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'hub-durability-'))
})
afterAll(() => rm(dataDir, { recursive: true }))

/** Lets a child write, kills it in the middle and answers the last group it saw acknowledged. */
async function writeAndKill(first: number, afterMs: number): Promise<number> {
  const child = spawn(process.execPath, [script, dataDir, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  await once(child.stdout, 'data')
  await delay(afterMs)
  child.kill('SIGKILL')
  await once(child, 'close')
  return Number(output.trim().split('\n').at(-1))
}

it('loses no acknowledged row and keeps no half group when it is killed while writing', async () => {
  let last = 0
  for (const afterMs of [30, 170, 333, 501]) {
    last = await writeAndKill(last + 1, afterMs)
    const database = await startEmbeddedDatabase({ dataDir })
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    const { rows } = await client.query(
      'SELECT number, count(*)::int AS members FROM groups GROUP BY number ORDER BY number',
    )
    await client.end()
    await database.close()
    // One more may be there: written, but killed before it could say so.
    expect(rows.length - last).toBeOneOf([0, 1])
    expect(rows).toEqual(rows.map((_, index) => ({ number: index + 1, members: 5 })))
    last = rows.length
  }
  expect(last).toBeGreaterThan(20)
}, 120_000)
