import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { UpstreamError } from '@hub/contracts'
import { afterEach, describe, expect, it } from 'vitest'
import { createHttpClient } from '../src/http/client.ts'
import { mayHaveTakenEffect } from '../src/http/network-failure.ts'
import type { HttpClientOptions } from '../src/http/types.ts'

const servers: Server[] = []

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function client(baseUrl: string, options: Partial<HttpClientOptions> = {}) {
  return createHttpClient({
    name: 'GLPI',
    baseUrl,
    timeoutMs: 2_000,
    maxConcurrent: 4,
    retry: { attempts: 3, baseDelayMs: 5 },
    breaker: { failures: 5, openMs: 60_000 },
    ...options,
  })
}

async function failure(promise: Promise<unknown>): Promise<UpstreamError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof UpstreamError)) throw new Error(`expected an UpstreamError, got ${String(error)}`)
  return error
}

/** Answers each call with the next status of the list, then 200. */
async function sequence(statuses: number[], headers: Record<string, string> = {}) {
  const calls: string[] = []
  const url = await serve((request, response) => {
    calls.push(request.method ?? '')
    const status = statuses[calls.length - 1] ?? 200
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(JSON.stringify({ call: calls.length }))
  })
  return { url, calls }
}

describe('answers', () => {
  it('gives status, headers and parsed JSON, and sends the common headers', async () => {
    const url = await serve((request, response) => {
      response.writeHead(206, { 'content-type': 'application/json', 'content-range': '0-1/9' })
      response.end(JSON.stringify({ path: request.url, token: request.headers['app-token'] }))
    })
    const glpi = client(`${url}/apirest.php`, { headers: async () => ({ 'App-Token': 'abc' }) })
    const answer = await glpi.request({ path: '/Ticket/', query: { range: '0-1' } })
    expect(answer.status).toBe(206)
    expect(answer.headers.get('content-range')).toBe('0-1/9')
    expect(answer.data).toEqual({ path: '/apirest.php/Ticket/?range=0-1', token: 'abc' })
  })

  it('reads an empty answer as null', async () => {
    const url = await serve((_request, response) => response.writeHead(204).end())
    expect((await client(url).request({ path: '/' })).data).toBeNull()
  })

  it('leaves a status that the caller reads to the caller', async () => {
    const url = await serve((_request, response) =>
      response.writeHead(404).end('["ERROR_ITEM_NOT_FOUND",""]'),
    )
    const answer = await client(url).request({ path: '/', accepts: (status) => status < 500 })
    expect(answer).toMatchObject({ status: 404, data: ['ERROR_ITEM_NOT_FOUND', ''] })
  })
})

describe('answers that are not data', () => {
  it.each([
    ['<!doctype html><title>secret</title>', 200, 'GLPI answered a web page instead of data (HTTP 200)'],
    ['{"id": 12, "name": "VP', 200, 'GLPI answered incomplete or unreadable data (HTTP 200)'],
    ['<h1>Fatal secret</h1>', 500, 'GLPI answered with an error (HTTP 500)'],
    ['{"id": 12}', 403, 'GLPI answered with an error (HTTP 403)'],
  ])('%s (%i)', async (body, status, message) => {
    const url = await serve((_request, response) => response.writeHead(status).end(body))
    const error = await failure(client(url).request({ path: '/' }))
    expect(error.message).toBe(message)
    expect(error.params).toEqual({ system: 'GLPI', status })
  })

  it('refuses a redirect', async () => {
    const url = await serve((_request, response) => response.writeHead(302, { location: '/login' }).end())
    const error = await failure(client(url).request({ path: '/' }))
    expect(error.reason).toBe('upstream.refused_redirect')
  })

  it.each([true, false])('stops reading an answer that is too large (announced: %s)', async (isAnnounced) => {
    const body = JSON.stringify('x'.repeat(5_000))
    const url = await serve((_request, response) => {
      response.writeHead(200, isAnnounced ? { 'content-length': body.length } : {})
      response.write(body.slice(0, 3_000))
      response.end(body.slice(3_000))
    })
    const error = await failure(client(url, { maxBytes: 1_000 }).request({ path: '/' }))
    expect(error.reason).toBe('upstream.too_large')
  })
})

describe('no answer', () => {
  it('names a refused connection and says that nothing was done', async () => {
    const url = await serve((_request, response) => response.end())
    await new Promise((resolve) => servers.pop()?.close(resolve))
    const error = await failure(client(url).request({ method: 'POST', path: '/', body: {} }))
    expect(error.message).toBe('GLPI refused the connection')
    expect(error.reason).toBe('upstream.unreachable')
    expect(mayHaveTakenEffect(error)).toBe(false)
  })

  it('names a connection lost in the middle and says that it may have been done', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': 100 })
      response.write('{"id":')
      setTimeout(() => response.destroy(), 10)
    })
    const error = await failure(client(url).request({ method: 'POST', path: '/', body: {} }))
    expect(error.message).toBe('GLPI closed the connection before the end of its answer')
    expect(mayHaveTakenEffect(error)).toBe(true)
  })

  it('gives up when the answer does not come in time', async () => {
    const url = await serve((_request, response) => void response.writeHead(200).write('{'))
    const error = await failure(client(url, { timeoutMs: 60 }).request({ path: '/' }))
    expect(error.reason).toBe('upstream.timeout')
    expect(mayHaveTakenEffect(error)).toBe(true)
  })

  it('gives the caller its own reason when the caller gives up', async () => {
    const url = await serve(() => undefined)
    const stop = new AbortController()
    const call = client(url).request({ path: '/', signal: stop.signal })
    const reason = new Error('stopped by the person')
    setTimeout(() => stop.abort(reason), 20)
    await expect(call).rejects.toBe(reason)
  })
})

describe('retries', () => {
  it.each([502, 503, 504, 429])('tries a GET again after %i', async (status) => {
    const { url, calls } = await sequence([status, status])
    expect((await client(url).request({ path: '/' })).data).toEqual({ call: 3 })
    expect(calls).toHaveLength(3)
  })

  it('tries again after a lost connection', async () => {
    let calls = 0
    const url = await serve((request, response) => {
      calls += 1
      if (calls === 1) request.socket.destroy()
      else response.end('{}')
    })
    expect((await client(url).request({ path: '/' })).status).toBe(200)
  })

  it('never repeats a write', async () => {
    const { url, calls } = await sequence([503])
    const error = await failure(client(url).request({ method: 'POST', path: '/', body: { input: {} } }))
    expect(error.params.status).toBe(503)
    expect(calls).toEqual(['POST'])
  })

  it('does not repeat after 500', async () => {
    const { url, calls } = await sequence([500])
    await failure(client(url).request({ path: '/' }))
    expect(calls).toHaveLength(1)
  })

  it('waits as long as it is asked to', async () => {
    const { url } = await sequence([429], { 'retry-after': '1' })
    const startedAt = performance.now()
    await client(url).request({ path: '/' })
    expect(performance.now() - startedAt).toBeGreaterThan(950)
  })

  it('hands a long Retry-After to the caller instead of waiting', async () => {
    const { url, calls } = await sequence([429], { 'retry-after': '120' })
    const error = await failure(client(url).request({ path: '/' }))
    expect(error.retryAfterSeconds).toBe(120)
    expect(calls).toHaveLength(1)
  })
})

describe('protection of the system', () => {
  it('opens the circuit after repeated failures and closes it when the system is back', async () => {
    const { url, calls } = await sequence([503, 503])
    const glpi = client(url, { retry: { attempts: 1 }, breaker: { failures: 2, openMs: 80 } })
    await failure(glpi.request({ path: '/' }))
    await failure(glpi.request({ path: '/' }))
    const refused = await failure(glpi.request({ path: '/' }))
    expect(refused.reason).toBe('upstream.circuit_open')
    expect(mayHaveTakenEffect(refused)).toBe(false)
    expect(calls).toHaveLength(2)
    expect(glpi.circuit()).toBe('open')
    await new Promise((resolve) => setTimeout(resolve, 100))
    await glpi.request({ path: '/' })
    expect(glpi.circuit()).toBe('closed')
  })

  it('limits what runs at once and refuses what cannot wait', async () => {
    let running = 0
    let most = 0
    const url = await serve((_request, response) => {
      running += 1
      most = Math.max(most, running)
      setTimeout(() => {
        running -= 1
        response.end('{}')
      }, 20)
    })
    const glpi = client(url, { maxConcurrent: 2, maxQueued: 3 })
    const results = await Promise.allSettled(Array.from({ length: 7 }, () => glpi.request({ path: '/' })))
    expect(most).toBe(2)
    const refused = results.filter((result) => result.status === 'rejected')
    expect(refused).toHaveLength(2)
    for (const { reason } of refused) expect(reason).toMatchObject({ reason: 'upstream.busy' })
  })
})
