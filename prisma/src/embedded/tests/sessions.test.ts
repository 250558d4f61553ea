import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type EmbeddedDatabase, startEmbeddedDatabase } from '../index.ts'

let database: EmbeddedDatabase
const clients: pg.Client[] = []

async function connect(options: pg.ClientConfig = {}): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.url, ...options })
  client.on('error', () => clients.splice(clients.indexOf(client), 1))
  await client.connect()
  clients.push(client)
  return client
}

async function value(client: pg.Client, sql: string): Promise<unknown> {
  const { rows } = await client.query({ text: sql, rowMode: 'array' })
  return rows[0]?.[0]
}

beforeAll(async () => {
  database = await startEmbeddedDatabase({ limits: { idleInTransactionMs: 400 } })
  const client = await connect()
  await client.query('CREATE TABLE notes (id int PRIMARY KEY, text text)')
})
afterEach(async () => {
  for (const client of clients.splice(0)) await client.end()
})
afterAll(() => database.close())

describe('transactions', () => {
  it('hides uncommitted rows from other connections and keeps their statements out', async () => {
    const [writer, reader] = [await connect(), await connect()]
    await writer.query('BEGIN')
    await writer.query("INSERT INTO notes VALUES (1, 'draft')")
    const seen = value(reader, 'SELECT count(*)::int FROM notes WHERE id = 1')
    await writer.query('ROLLBACK')
    expect(await seen).toBe(0)
  })

  it('rolls back when the client dies, and the next one goes on', async () => {
    const [dying, next] = [await connect(), await connect()]
    await dying.query('BEGIN')
    await dying.query("INSERT INTO notes VALUES (2, 'lost')")
    Reflect.get(dying, 'connection').stream.destroy()
    expect(await value(next, 'SELECT count(*)::int FROM notes WHERE id = 2')).toBe(0)
    expect(await value(next, 'SELECT pg_current_xact_id_if_assigned() IS NULL')).toBe(true)
  })

  it('ends a transaction that sits idle while another client waits', async () => {
    const [idle, waiting] = [await connect(), await connect()]
    const ended = new Promise<pg.DatabaseError>((resolve) =>
      idle.on('error', (error) => resolve(error as pg.DatabaseError)),
    )
    await idle.query('BEGIN')
    await idle.query("INSERT INTO notes VALUES (3, 'idle')")
    const start = Date.now()
    expect(await value(waiting, 'SELECT count(*)::int FROM notes WHERE id = 3')).toBe(0)
    expect(Date.now() - start).toBeGreaterThan(250)
    expect((await ended).code).toBe('25P03')
  })

  it('leaves an idle transaction alone while nobody waits', async () => {
    const client = await connect()
    await client.query('BEGIN')
    await delay(600)
    expect(await value(client, 'SELECT 7')).toBe(7)
    await client.query('COMMIT')
  })
})

describe('prepared statements', () => {
  it('keeps the same name apart on two connections', async () => {
    const [one, two] = [await connect(), await connect()]
    const ask = (client: pg.Client, text: string) => client.query({ name: 'same', text, rowMode: 'array' })
    expect((await ask(one, 'SELECT 1')).rows).toEqual([[1]])
    expect((await ask(two, 'SELECT 2')).rows).toEqual([[2]])
    expect((await ask(one, 'SELECT 1')).rows).toEqual([[1]])
  })

  it('forgets them when their connection ends', async () => {
    const [one, two] = [await connect(), await connect()]
    await one.query({ name: 'short-lived', text: 'SELECT 42 AS answer' })
    const count = "SELECT count(*)::int FROM pg_prepared_statements WHERE statement LIKE '%42 AS answer'"
    expect(await value(two, count)).toBe(1)
    clients.splice(clients.indexOf(one), 1)
    await one.end()
    expect(await value(two, count)).toBe(0)
  })
})

describe('session state', () => {
  it('keeps SET to the connection that said it, and undoes it with a rollback', async () => {
    const [paris, utc] = [await connect(), await connect()]
    await paris.query("SET TimeZone = 'Europe/Paris'")
    await paris.query("SELECT set_config('hub.actor', 'jdupont', false)")
    expect(await value(utc, 'SHOW TimeZone')).toBe('UTC')
    expect(await value(utc, "SELECT coalesce(current_setting('hub.actor', true), '')")).toBe('')
    expect(await value(paris, 'SHOW TimeZone')).toBe('Europe/Paris')
    expect(await value(paris, "SELECT current_setting('hub.actor')")).toBe('jdupont')
    await paris.query("BEGIN; SET TimeZone = 'Asia/Tokyo'")
    await paris.query('ROLLBACK')
    expect(await value(paris, 'SHOW TimeZone')).toBe('Europe/Paris')
    await paris.query('RESET TimeZone')
    expect(await value(paris, 'SHOW TimeZone')).toBe('UTC')
  })

  it('takes settings from the start of the connection and refuses wrong ones', async () => {
    const [special, plain] = [
      await connect({ options: '-c work_mem=9MB -c search_path=pg_catalog' }),
      await connect(),
    ]
    expect(await value(special, 'SHOW work_mem')).toBe('9MB')
    expect(await value(special, 'SHOW search_path')).toBe('pg_catalog')
    expect(await value(plain, 'SHOW search_path')).toBe('public')
    await expect(connect({ options: '-c no_such_setting=1' })).rejects.toThrow('no_such_setting')
  })

  it('drops temporary tables with their connection', async () => {
    const [one, two] = [await connect(), await connect()]
    await one.query('CREATE TEMP TABLE scratch (id int)')
    clients.splice(clients.indexOf(one), 1)
    await one.end()
    await expect(two.query('SELECT * FROM scratch')).rejects.toThrow('does not exist')
  })

  it('refuses what would take away the statements of others, and goes on', async () => {
    const client = await connect()
    await expect(client.query('DEALLOCATE ALL')).rejects.toMatchObject({ code: '0A000' })
    await expect(client.query('DISCARD PLANS')).rejects.toMatchObject({ code: '0A000' })
    expect(await value(client, 'SELECT 1')).toBe(1)
  })

  it('does not take words inside texts for commands', async () => {
    const client = await connect()
    expect(await value(client, "SELECT ' ; SET TimeZone = x; DEALLOCATE ALL; copy t from stdin '")).toContain(
      'SET',
    )
  })
})

describe('LISTEN and NOTIFY', () => {
  async function inbox(...channels: string[]) {
    const client = await connect()
    const received: string[] = []
    client.on('notification', ({ channel, payload }) => received.push(`${channel}=${payload}`))
    for (const channel of channels) await client.query(`LISTEN ${channel}`)
    return { client, received }
  }

  it('delivers to the connections that listen, and to no other', async () => {
    const [alerts, both, none] = [await inbox('alerts'), await inbox('Alerts', '"Mixed"'), await inbox()]
    const sender = await connect()
    await sender.query("NOTIFY alerts, 'down'")
    await sender.query("SELECT pg_notify($1, 'ticket')", ['Mixed'])
    await delay(50)
    expect(alerts.received).toEqual(['alerts=down'])
    expect(both.received).toEqual(['alerts=down', 'Mixed=ticket'])
    expect(none.received).toEqual([])
  })

  it('stops for one connection only after its UNLISTEN', async () => {
    const [stays, leaves] = [await inbox('alerts'), await inbox('alerts')]
    await leaves.client.query('UNLISTEN alerts')
    await stays.client.query("NOTIFY alerts, 'again'")
    await delay(50)
    expect(stays.received).toEqual(['alerts=again'])
    expect(leaves.received).toEqual([])
  })

  it('sends nothing from, and listens to nothing in, a transaction that is rolled back', async () => {
    const [listener, undone] = [await inbox('alerts'), await inbox()]
    await undone.client.query('BEGIN')
    await undone.client.query('LISTEN alerts')
    await undone.client.query("NOTIFY alerts, 'never'")
    await undone.client.query('ROLLBACK')
    await listener.client.query("NOTIFY alerts, 'real'")
    await delay(50)
    expect(listener.received).toEqual(['alerts=real'])
    expect(undone.received).toEqual([])
  })
})
