import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { startEstate } from '../src/index.ts'

const estate = await startEstate()
afterAll(() => estate.close())
beforeEach(() => {
  estate.observium.clearFaults()
  estate.observium.clearRequests()
})

const get = (path = '/devices/?pagesize=1') =>
  fetch(`${estate.observium.url}/api/v0${path}`, {
    headers: { authorization: `Bearer ${estate.observium.token}` },
  })

describe('faults', () => {
  it('answer a status with a body for the next requests only', async () => {
    estate.observium.failNext({
      kind: 'status',
      status: 503,
      body: 'maintenance',
      contentType: 'text/plain',
      count: 2,
    })
    const first = await get()
    expect([first.status, await first.text()]).toEqual([503, 'maintenance'])
    expect((await get()).status).toBe(503)
    expect((await get()).status).toBe(200)
  })

  it('show a page, cut JSON, delay and reset', async () => {
    estate.observium.failNext({ kind: 'html' })
    const page = await get()
    expect([page.status, page.headers.get('content-type')]).toEqual([502, 'text/html; charset=utf-8'])
    estate.observium.failNext({ kind: 'truncate' })
    const cut = await get()
    expect(cut.headers.get('content-type')).toContain('json')
    await expect(cut.json()).rejects.toThrow(SyntaxError)
    estate.observium.failNext({ kind: 'delay', delayMs: 80 })
    const start = performance.now()
    expect((await get()).status).toBe(200)
    expect(performance.now() - start).toBeGreaterThan(75)
    estate.observium.failNext({ kind: 'reset' })
    await expect(get()).rejects.toThrow('fetch failed')
  })

  it('strike only the path they name', async () => {
    estate.observium.failNext({ kind: 'status', status: 500, path: '/ports' })
    expect((await get()).status).toBe(200)
    expect((await get('/ports/?pagesize=1')).status).toBe(500)
  })
})

describe('the request log', () => {
  it('tells what reached the system, without secrets', async () => {
    await get('/devices/?pagesize=1&api_token=abc')
    await get('/nothing/')
    expect(estate.observium.requests()).toMatchObject([
      { method: 'GET', path: '/api/v0/devices/', query: 'pagesize=1', status: 200 },
      { method: 'GET', path: '/api/v0/nothing/', status: 404 },
    ])
  })
})
