import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningPostgres, startPostgres } from './postgres.ts'

describe('startPostgres', () => {
  let postgres: RunningPostgres

  beforeAll(async () => {
    postgres = await startPostgres()
  }, 900_000)

  afterAll(async () => {
    await postgres.close()
  })

  it('serves PostgreSQL 17 with pgvector and the extensions of the search', async () => {
    const client = new Client({ connectionString: postgres.adminUrl })
    await client.connect()
    const version = await client.query('show server_version')
    expect(version.rows[0].server_version).toMatch(/^17\./)
    for (const extension of ['vector', 'pg_trgm', 'unaccent'])
      await client.query(`create extension ${extension}`)
    const nearest = await client.query(
      "select v from (values ('[1,0]'::vector), ('[0,1]'::vector)) as t(v) order by v <-> '[0.9,0.1]' limit 1",
    )
    expect(nearest.rows).toEqual([{ v: '[1,0]' }])
    await client.end()
  })

  it('refuses a wrong password', async () => {
    const url = new URL(postgres.adminUrl)
    url.password = 'wrong'
    await expect(new Client({ connectionString: url.href }).connect()).rejects.toMatchObject({
      code: '28P01',
    })
  })

  it('is gone after close, with a client still connected', async () => {
    const second = await startPostgres()
    const client = new Client({ connectionString: second.adminUrl })
    const ended = new Promise((resolve) => client.on('error', resolve))
    await client.connect()
    await second.close()
    await ended
    const late = new Client({ connectionString: second.adminUrl })
    await expect(late.connect()).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })
})
