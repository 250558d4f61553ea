import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EmbeddedDatabase, startEmbeddedDatabase } from '../index.ts'
import { cString, frame, int32, queryFrame } from '../wire/frames.ts'
import { bind, connectRaw, execute, flush, parse, type RawClient, startupPacket, sync } from './raw-client.ts'

let database: EmbeddedDatabase
const megabyte = 1024 * 1024

beforeAll(async () => {
  database = await startEmbeddedDatabase({
    port: 0,
    limits: { maxFrameBytes: megabyte, authenticationMs: 500 },
  })
})
afterAll(() => database.close())

/** A client past the password. */
async function enter(): Promise<RawClient> {
  const client = connectRaw(database.url)
  client.send(startupPacket({ user: 'postgres', database: 'postgres' }))
  client.send(frame('p', cString(decodeURIComponent(new URL(database.url).password))))
  await client.until('Z')
  return client
}

async function isServing(): Promise<boolean> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query('SELECT 1 AS one')
  await client.end()
  return rows[0]?.one === 1
}

describe('the door', () => {
  it('refuses a wrong password, another role and another database', async () => {
    const attempt = (change: (url: URL) => void) => {
      const url = new URL(database.url)
      change(url)
      return new pg.Client({ connectionString: url.href }).connect()
    }
    await expect(attempt((url) => (url.password = 'guess'))).rejects.toMatchObject({ code: '28P01' })
    await expect(attempt((url) => (url.username = 'root'))).rejects.toMatchObject({ code: '28000' })
    await expect(attempt((url) => (url.pathname = '/other'))).rejects.toMatchObject({ code: '3D000' })
  })

  it('answers no query before the password', async () => {
    const client = connectRaw(database.url)
    client.send(startupPacket({ user: 'postgres', database: 'postgres' }), queryFrame('SELECT 1'))
    expect(await client.until('D')).toEqual(['R', 'E:28P01', 'closed'])
  })

  it('closes a connection that never says its password', async () => {
    const client = connectRaw(database.url)
    client.send(startupPacket({ user: 'postgres', database: 'postgres' }))
    expect(await client.until('Z')).toEqual(['R', 'closed'])
  })

  it('answers a cancel request by closing', async () => {
    const client = connectRaw(database.url)
    client.send(int32(16), int32(80877102), int32(1), int32(0))
    expect(await client.until('Z')).toEqual(['closed'])
  })
})

describe('bytes that are no protocol', () => {
  it('refuses an oversized message with a clear error', async () => {
    const client = new pg.Client({ connectionString: database.url })
    client.on('error', () => undefined)
    await client.connect()
    const asked = client.query('SELECT length($1)', ['x'.repeat(2 * megabyte)])
    await expect(asked).rejects.toMatchObject({
      code: '54000',
      message: expect.stringContaining('1048576 bytes'),
    })
    expect(await isServing()).toBe(true)
  })

  it('refuses an endless batch without Sync', async () => {
    const client = await enter()
    for (let i = 0; i < 5; i += 1) client.send(parse('', `SELECT '${'x'.repeat(megabyte / 4)}'`))
    expect(await client.until('Z')).toEqual(['E:54000', 'closed'])
  })

  it('survives garbage at the start and after it', async () => {
    for (let round = 0; round < 30; round += 1) {
      const stranger = connectRaw(database.url)
      stranger.send(randomBytes(1 + round * 40))
      stranger.destroy()
      const guest = await enter()
      guest.send(randomBytes(1 + round * 40))
      guest.destroy()
    }
    expect(await isServing()).toBe(true)
  })

  it('survives well-framed messages with garbage inside', async () => {
    for (const type of 'QPBDECSHdcfpF') {
      const client = await enter()
      client.send(frame(type, randomBytes(64)), frame(type), sync())
      client.send(queryFrame('SELECT 1'), frame('X'))
      await client.until('nothing')
    }
    expect(await isServing()).toBe(true)
  })
})

describe('the extended protocol', () => {
  it('keeps the unnamed statement of each connection over several batches', async () => {
    const [one, two] = [await enter(), await enter()]
    one.send(parse('', "SELECT 'one'"), sync())
    await one.until('Z')
    two.send(parse('', "SELECT 'two'"), bind(''), execute(), sync())
    expect(await two.until('Z')).toEqual(['1', '2', 'D:two', 'C:SELECT 1', 'Z:I'])
    one.send(bind(''), execute(), sync())
    expect(await one.until('Z')).toEqual(['2', 'D:one', 'C:SELECT 1', 'Z:I'])
    one.send(queryFrame('SELECT 1'), bind(''), execute(), sync())
    await one.until('Z')
    expect(await one.until('Z')).toEqual(['E:26000', 'Z:I'])
  })

  it('holds the backend between Flush and Sync, and undoes both when the client dies there', async () => {
    const [flushing, other] = [await enter(), await enter()]
    other.send(queryFrame('CREATE TABLE pipeline (id int)'))
    await other.until('Z')
    flushing.send(parse('', 'INSERT INTO pipeline VALUES (1)'), bind(''), execute(), flush())
    expect(await flushing.until('C')).toEqual(['1', '2', 'C:INSERT 0 1'])
    other.send(queryFrame('SELECT count(*) FROM pipeline'))
    flushing.destroy()
    expect(await other.until('Z')).toContain('D:0')
  })

  it('runs what was sent before Terminate', async () => {
    const [leaving, other] = [await enter(), await enter()]
    leaving.send(queryFrame('CREATE TABLE last_words (id int)'), frame('X'))
    await leaving.until('nothing')
    other.send(queryFrame('SELECT count(*) FROM last_words'))
    expect(await other.until('Z')).toContain('D:0')
  })

  it('serves clients in turn: a pipeline of one does not make another wait for its end', async () => {
    const [greedy, modest] = [await enter(), await enter()]
    greedy.send(
      ...Array.from({ length: 400 }, () => queryFrame('SELECT pg_sleep(0), count(*) FROM pg_class, pg_type')),
    )
    modest.send(queryFrame("SELECT 'mine'"))
    const first = await Promise.race([
      modest.until('Z').then(() => 'modest'),
      (async () => {
        for (let i = 0; i < 400; i += 1) await greedy.until('Z')
        return 'greedy'
      })(),
    ])
    expect(first).toBe('modest')
    greedy.destroy()
    modest.destroy()
  })
})

describe('COPY', () => {
  const rows = Buffer.from('1\tun\n2\tdeux\n')
  const data = (bytes: Buffer) => frame('d', bytes)

  it('takes rows from the client, inside and outside a transaction', async () => {
    const client = await enter()
    client.send(queryFrame('CREATE TABLE copied (id int, text text)'))
    await client.until('Z')
    client.send(queryFrame('COPY copied FROM STDIN'))
    expect(await client.until('G')).toEqual(['G'])
    client.send(data(rows), frame('c'))
    expect(await client.until('Z')).toEqual(['C:COPY 2', 'Z:I'])
    client.send(queryFrame('BEGIN'), queryFrame('COPY copied FROM STDIN'))
    await client.until('G')
    client.send(data(rows), frame('c'))
    expect(await client.until('Z')).toEqual(['C:COPY 2', 'Z:T'])
    client.send(queryFrame('ROLLBACK'), queryFrame('COPY (SELECT count(*) FROM copied) TO STDOUT'))
    await client.until('Z')
    expect(await client.until('Z')).toEqual(['H', 'd', 'c', 'C:COPY 1', 'Z:I'])
  })

  it('takes rows in the extended protocol', async () => {
    const client = await enter()
    client.send(queryFrame('CREATE TABLE copied_too (id int, text text)'))
    await client.until('Z')
    client.send(parse('', 'COPY copied_too FROM STDIN'), bind(''), execute(), sync())
    expect(await client.until('G')).toEqual(['1', '2', 'G'])
    client.send(data(rows), frame('c'), sync())
    expect(await client.until('Z')).toEqual(['C:COPY 2', 'Z:I'])
  })

  it('undoes a COPY that the client gives up, dies in or feeds with wrong rows', async () => {
    const client = await enter()
    client.send(queryFrame('CREATE TABLE refused (id int)'))
    await client.until('Z')
    client.send(queryFrame('COPY refused FROM STDIN'))
    await client.until('G')
    client.send(frame('f', cString('changed my mind')))
    expect(await client.until('Z')).toEqual(['E:57014', 'Z:I'])
    client.send(queryFrame('COPY refused FROM STDIN'))
    await client.until('G')
    client.send(data(Buffer.from('one\n')), frame('c'))
    expect(await client.until('Z')).toEqual(['E:22P02', 'Z:I'])
    client.send(queryFrame('COPY refused FROM STDIN'))
    await client.until('G')
    client.destroy()
    expect(await isServing()).toBe(true)
  })

  it('answers a COPY that cannot start, and one in a pipeline, with an error', async () => {
    const client = await enter()
    client.send(queryFrame('COPY no_such_table FROM STDIN'))
    expect(await client.until('Z')).toEqual(['E:42P01', 'Z:I'])
    client.send(parse('', 'COPY pg_catalog.pg_class FROM STDIN'), bind(''), execute(), flush(), sync())
    expect((await client.until('Z')).at(-1)).toBe('Z:I')
    expect(await isServing()).toBe(true)
  })
})
