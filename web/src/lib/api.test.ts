// @vitest-environment jsdom
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { api, onUnauthorized } from './api.ts'

const realFetch = globalThis.fetch
let server: Server
let answer: RequestListener

beforeEach(async () => {
  server = createServer((request, response) => answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  vi.stubGlobal('fetch', (path: string, init: RequestInit) =>
    realFetch(`http://127.0.0.1:${port}${path}`, { ...init, signal: null }),
  )
})
afterEach(() => {
  vi.unstubAllGlobals()
  server.closeAllConnections()
  server.close()
})

const Thing = z.object({ name: z.string() })

describe('a request to the API', () => {
  it('sends the query without empty values, the body and the language', async () => {
    document.documentElement.lang = 'en'
    answer = (request, response) =>
      response.end(JSON.stringify({ name: `${request.url} ${request.headers['accept-language']}` }))
    const thing = await api.get('/api/things', Thing, { query: { q: 'a b', state: '', cursor: undefined } })
    expect(thing.name).toBe('/api/things?q=a+b en')
  })

  it('refuses an answer that is not what the contract says', async () => {
    answer = (_request, response) => response.end('{"title":"x"}')
    await expect(api.get('/api/things', Thing)).rejects.toMatchObject({ code: 'UNREADABLE', status: 200 })
  })

  it('carries code, reason, request id and wait of a refusal', async () => {
    const error = { code: 'LIMIT_EXCEEDED', message: 'Trop.', reason: 'auth.limit', requestId: 'r-1' }
    answer = (_request, response) =>
      response.writeHead(429, { 'retry-after': '42' }).end(JSON.stringify({ error }))
    await expect(api.post('/api/things', Thing)).rejects.toMatchObject({
      ...error,
      status: 429,
      retryAfter: 42,
    })
  })

  it('keeps the page of a proxy away from people', async () => {
    answer = (_request, response) => response.writeHead(502).end('<html>Bad gateway</html>')
    await expect(api.get('/api/things', Thing)).rejects.toMatchObject({ code: 'UNREADABLE', message: '' })
  })

  it('tells when the session is over, but not for a wrong password', async () => {
    const told = vi.fn()
    const stop = onUnauthorized(told)
    const error = { code: 'UNAUTHORIZED', message: 'Non.', requestId: 'r-2' }
    answer = (_request, response) => response.writeHead(401).end(JSON.stringify({ error }))
    await expect(api.post('/api/auth/login', Thing)).rejects.toMatchObject({ status: 401 })
    expect(told).not.toHaveBeenCalled()
    await expect(api.get('/api/things', Thing)).rejects.toMatchObject({ status: 401 })
    expect(told).toHaveBeenCalledOnce()
    stop()
  })

  it('says OFFLINE when nobody answers', async () => {
    server.close()
    server.closeAllConnections()
    await expect(api.get('/api/things', Thing)).rejects.toMatchObject({ code: 'OFFLINE', status: 0 })
  })
})
