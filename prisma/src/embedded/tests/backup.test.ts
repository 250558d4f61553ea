import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { backupEmbedded, restoreEmbedded, startEmbeddedDatabase } from '../index.ts'

let root: string
let dataDir: string
let target: string

beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'hub-backup-'))
  dataDir = path.join(root, 'data')
  target = path.join(root, 'backup.tar.gz')
})
afterAll(() => rm(root, { recursive: true }))

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function readRows(dataDir: string): Promise<unknown[]> {
  const database = await startEmbeddedDatabase({ dataDir })
  const read = async (client: pg.Client) => (await client.query('SELECT * FROM notes ORDER BY id')).rows
  const rows = await withClient(database.url, read)
  await database.close()
  return rows
}

it('backs up while the Hub runs, and restores exactly those rows', async () => {
  const database = await startEmbeddedDatabase({ dataDir })
  await withClient(database.url, async (client) => {
    await client.query('CREATE EXTENSION vector')
    await client.query('CREATE TABLE notes (id int PRIMARY KEY, text text, place vector(2))')
    await client.query("INSERT INTO notes SELECT n, 'note é ' || n, '[1,2]' FROM generate_series(1, 2000) n")
    expect(await backupEmbedded({ dataDir, target })).toBeGreaterThan(100_000)
    await client.query('DELETE FROM notes WHERE id > 10')
  })
  await expect(restoreEmbedded({ dataDir, source: target })).rejects.toThrow(
    `in use by process ${process.pid}`,
  )
  await database.close()

  expect((await stat(target)).mode & 0o777).toBe(0o600)
  const { previousPath } = await restoreEmbedded({ dataDir, source: target })
  const rows = await readRows(dataDir)
  expect(rows).toHaveLength(2000)
  expect(rows[1999]).toEqual({ id: 2000, text: 'note é 2000', place: '[1,2]' })
  expect(path.dirname(previousPath ?? '')).toBe(dataDir)
  expect(await readdir(dataDir)).toContain(path.basename(previousPath ?? ''))
}, 60_000)

it('backs up a stopped Hub, and restores into an empty place', async () => {
  const second = path.join(root, 'second.tar.gz')
  const other = path.join(root, 'other')
  await backupEmbedded({ dataDir, target: second })
  expect(await restoreEmbedded({ dataDir: other, source: second })).toEqual({ previousPath: undefined })
  expect(await readRows(other)).toEqual(await readRows(dataDir))
}, 60_000)

it('changes nothing for a file that is no backup', async () => {
  const wrong = path.join(root, 'wrong.tar.gz')
  await writeFile(wrong, Buffer.concat([Buffer.from([0x1f, 0x8b]), Buffer.alloc(5000, 7)]))
  await expect(restoreEmbedded({ dataDir, source: wrong })).rejects.toThrow('nothing was changed')
  await writeFile(wrong, 'hello')
  await expect(restoreEmbedded({ dataDir, source: wrong })).rejects.toThrow('nothing was changed')
  await expect(restoreEmbedded({ dataDir, source: `${wrong}.absent` })).rejects.toThrow('cannot be read')
  await expect(backupEmbedded({ dataDir: `${dataDir}-absent`, target })).rejects.toThrow(
    'no embedded database',
  )
  expect((await readdir(dataDir)).filter((name) => name.includes('restoring'))).toEqual([])
  expect(await readRows(dataDir)).toHaveLength(2000)
}, 60_000)

it('starts no empty database where a restore was cut short', async () => {
  const folder = path.join(root, 'cut-short')
  await mkdir(path.join(folder, 'pgdata.before-restore-2026'), { recursive: true })
  await expect(startEmbeddedDatabase({ dataDir: folder })).rejects.toThrow('was cut short')
})
