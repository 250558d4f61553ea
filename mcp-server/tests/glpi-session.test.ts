import { createHttpClient } from '@hub/kernel'
import { afterEach, expect, it } from 'vitest'
import { createSessionManager } from '../src/systems/glpi/client/session.ts'
import { type LyingServer, sendJson, startLyingServer } from './lying-server.ts'

let server: LyingServer
afterEach(() => server.close())

it('opens one session for calls that learn at the same instant that theirs ended', async () => {
  let opened = 0
  server = await startLyingServer((request, response) => {
    if (request.url !== '/initSession') return sendJson(response, true)
    opened += 1
    sendJson(response, { session_token: `session-${opened}` })
  })
  const http = createHttpClient({
    name: 'GLPI',
    baseUrl: server.url,
    timeoutMs: 1_000,
    maxConcurrent: 4,
    retry: { attempts: 1 },
    breaker: { failures: 5, openMs: 1_000 },
  })
  const sessions = createSessionManager({ http, userToken: 'u' })
  const stale = await sessions.token()
  const renewed = await Promise.all(Array.from({ length: 20 }, () => sessions.renew(stale)))
  expect(new Set(renewed)).toEqual(new Set(['session-2']))
  expect(opened).toBe(2)
  expect(await sessions.renew(stale)).toBe('session-2')
})
