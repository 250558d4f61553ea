import { type Estate, startEstate } from '@hub/estate'
import { createHttpClient, systemClock } from '@hub/kernel'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createGlpiV2Client, type GlpiClient } from '../src/systems/glpi/index.ts'
import { createTokenSource } from '../src/systems/glpi/v2/oauth.ts'
import { failureOf } from './expect-failure.ts'
import { type V2Settings, v2Settings } from './glpi-v2-drivers.ts'
import { closedAddress } from './lying-server.ts'

let estate: Estate
let start = Date.now()
let glpi: GlpiClient

beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.close())
afterEach(async () => {
  await glpi.close()
  estate.glpiV2.clearFaults()
  estate.glpiV2.clearRequests()
  start = Date.now()
})

/** A client whose clock the test can move. */
function client(settings: Partial<V2Settings> = {}): GlpiClient {
  const clock = { now: () => new Date(start) }
  glpi = createGlpiV2Client({ ...v2Settings(estate), clock, ...settings })
  return glpi
}

const tokenCalls = () => estate.glpiV2.requests().filter(({ path }) => path === '/token').length
const many = () => Promise.all(Array.from({ length: 20 }, () => glpi.tickets.get(1234)))

describe('a token', () => {
  it('is asked once for many first calls, and kept', async () => {
    client()
    await many()
    await many()
    expect(tokenCalls()).toBe(1)
  })

  it('is renewed once when it was refused under 20 concurrent calls', async () => {
    client()
    await glpi.ping()
    estate.glpiV2.expireTokens()
    const tickets = await many()
    expect(tickets.map(({ id }) => id)).toEqual(Array(20).fill(1234))
    expect(tokenCalls()).toBe(2)
  })

  it('is renewed before it ends, by the refresh token', async () => {
    client()
    await glpi.ping()
    start += 3_500_000
    await glpi.ping()
    expect(tokenCalls()).toBe(1)
    start += 60_000
    await many()
    expect(tokenCalls()).toBe(2)
    const refused = estate.glpiV2.requests().filter(({ status }) => status >= 400)
    expect(refused).toEqual([])
  })

  it('is asked anew when GLPI no longer takes the refresh token', async () => {
    client()
    await glpi.ping()
    estate.glpiV2.revokeTokens()
    expect((await glpi.tickets.get(1234)).id).toBe(1234)
    expect(tokenCalls()).toBe(3)
  })

  it('is asked again after a failure', async () => {
    client()
    estate.glpiV2.failNext({ kind: 'html', status: 500, path: 'token' })
    expect(await failureOf(glpi.tickets.get(1234))).toMatchObject({ reason: 'upstream.bad_status' })
    expect((await glpi.tickets.get(1234)).id).toBe(1234)
  })

  it('is asked for a call whose caller leaves without harm to the others', async () => {
    client()
    estate.glpiV2.failNext({ kind: 'delay', delayMs: 150, path: 'token' })
    const controller = new AbortController()
    const left = glpi.tickets.get(1234, controller.signal)
    const stays = glpi.tickets.get(5678)
    controller.abort(new Error('left'))
    await expect(left).rejects.toThrow()
    expect((await stays).id).toBe(5678)
    expect(tokenCalls()).toBe(1)
  })

  it('that was replaced already is not replaced again for whoever comes late', async () => {
    const { clientId, clientSecret, account, url } = v2Settings(estate)
    const http = createHttpClient({
      name: 'GLPI',
      baseUrl: url.replace(/\/v2$/, ''),
      timeoutMs: 1_000,
      maxConcurrent: 4,
      retry: { attempts: 1 },
      breaker: { failures: 5, openMs: 1_000 },
    })
    client()
    const tokens = createTokenSource({
      http,
      credentials: { clientId, clientSecret, account },
      clock: systemClock,
    })
    const stale = await tokens.current()
    const renewed = await Promise.all(Array.from({ length: 20 }, () => tokens.renew(stale)))
    expect(new Set(renewed).size).toBe(1)
    expect(renewed[0]).not.toBe(stale)
    expect(await tokens.renew(stale)).toBe(renewed[0])
    expect(tokenCalls()).toBe(2)
  })

  it('that is refused again and again ends as an error', async () => {
    client()
    await glpi.ping()
    const body = '{"status":"ERROR_INVALID_PARAMETER","title":"Invalid OAuth token","detail":"secret hint"}'
    estate.glpiV2.failNext({ kind: 'status', status: 400, body, path: '/v2/', count: 2 })
    const error = await failureOf(glpi.tickets.get(1234))
    expect(error).toMatchObject({ code: 'UPSTREAM_FAILED', reason: 'glpi.session' })
    expect(JSON.stringify(error) + error.message).not.toContain('secret hint')
  })

  it('that is answered 401 is replaced too, also under a write', async () => {
    client()
    await glpi.ping()
    const body = '{"status":"ERROR_UNAUTHENTICATED","title":"x","detail":null}'
    estate.glpiV2.failNext({ kind: 'status', status: 401, body, path: 'Timeline' })
    const before = estate.glpi.rows('ITILFollowup', { items_id: 1234 }).length
    await glpi.followups.add({ ticketId: 1234, text: 'Une fois', isPrivate: true, key: 'once-1' })
    expect(estate.glpi.rows('ITILFollowup', { items_id: 1234 })).toHaveLength(before + 1)
    expect(tokenCalls()).toBe(2)
  })
})

describe('refused credentials', () => {
  it.each<[string, Partial<V2Settings>, string]>([
    ['the client', { clientId: 'wrong-value' }, 'GLPI_OAUTH_CLIENT_ID'],
    ['its secret', { clientSecret: 'wrong-value' }, 'GLPI_OAUTH_CLIENT_SECRET'],
    ['the account', { account: { username: 'api-hub', password: 'wrong-value' } }, 'GLPI_PASSWORD'],
    ['a client without account', { account: undefined }, 'GLPI_USERNAME'],
  ])('name the setting: %s', async (_name, settings, name) => {
    const error = await failureOf(client(settings).tickets.get(1234))
    expect(error).toMatchObject({ code: 'UPSTREAM_FAILED', reason: 'glpi.configuration' })
    expect(error.message).toContain(name)
    expect(JSON.stringify(error) + error.message).not.toContain('wrong-value')
  })

  it('of a client without account reach no ticket, and are asked for again once', async () => {
    client({ account: undefined })
    await failureOf(glpi.tickets.get(1234))
    expect(estate.glpiV2.requests().map(({ status }) => status)).toEqual([200, 401, 200, 401])
  })

  it('never stand in an address or in the log', async () => {
    const lines: string[] = []
    const write = (fields: object, message: string) => void lines.push(JSON.stringify([fields, message]))
    client({ log: { debug: write, warn: write } })
    estate.glpiV2.failNext({ kind: 'html', status: 500, path: 'Ticket/5678' })
    await glpi.tickets.get(1234)
    await failureOf(glpi.tickets.get(5678))
    expect(lines.length).toBeGreaterThan(2)
    const said = lines.join('\n') + JSON.stringify(estate.glpiV2.requests())
    for (const secret of [estate.glpiV2.clientSecret, estate.glpiV2.password, estate.glpiV2.clientId]) {
      expect(said).not.toContain(secret)
    }
    expect(said).not.toMatch(/bearer/i)
  })
})

describe('the address', () => {
  const ends = ['', '/', '/api.php', '/api.php/', '/api.php/v2', '/api.php/v2/', '/api.php/v2.1']

  it.each(ends)('GLPI%s', async (end) => {
    const root = estate.glpiV2.url.replace('/api.php/v2', '')
    expect((await client({ url: `${root}${end}` }).tickets.get(1234)).id).toBe(1234)
    const version = end.endsWith('.1') ? '/v2.1' : '/v2'
    const paths = estate.glpiV2.requests().map(({ path }) => path)
    expect(paths).toContain(`${version}/Assistance/Ticket/1234`)
  })

  it.each(['/apirest.php', '/api.php/v1'])('of the legacy API is refused (%s)', (end) => {
    const root = estate.glpiV2.url.replace('/api.php/v2', '')
    expect(() => client({ url: `${root}${end}` })).toThrow(
      /^configuration: GLPI_URL is the address of the legacy API/,
    )
  })

  it('goes with a time zone that exists', () => {
    expect(() => client({ timeZone: 'Mars/Olympus' })).toThrow('The time zone of GLPI is not an IANA name')
    client()
  })

  it('where no GLPI 11 is says so', async () => {
    const error = await failureOf(client({ url: `${estate.url}/nowhere` }).tickets.get(1234))
    expect(error.reason).toMatch(/^(glpi\.configuration|upstream\.bad_status)$/)
  })

  it('where nobody listens', async () => {
    const error = await failureOf(client({ url: await closedAddress() }).tickets.get(1234))
    expect(error.message).toBe('GLPI refused the connection')
  })
})

describe('failures of the system', () => {
  it.each([
    ['a web page', { kind: 'html', status: 200, path: 'Ticket/1234' }, 'upstream.not_json'],
    ['a fatal error of PHP', { kind: 'html', status: 500, path: 'Ticket/1234' }, 'upstream.bad_status'],
    ['half an answer', { kind: 'truncate', path: 'Ticket/1234' }, 'upstream.not_json'],
    ['a gateway page, three times', { kind: 'html', status: 502, count: 3 }, 'upstream.bad_status'],
    ['a cut connection, three times', { kind: 'reset', count: 3 }, 'upstream.unreachable'],
    ['an answer too late', { kind: 'delay', delayMs: 400, path: 'Ticket/1234' }, 'upstream.timeout'],
    ['a token page', { kind: 'html', status: 200, path: 'token' }, 'upstream.not_json'],
  ] as const)('%s', async (name, fault, reason) => {
    client({ timeoutMs: 200 })
    if (name !== 'a token page') await glpi.ping()
    estate.glpiV2.failNext(fault)
    const error = await failureOf(glpi.tickets.get(1234))
    expect(error).toMatchObject({ code: 'UPSTREAM_FAILED', reason, params: { system: 'GLPI' } })
    estate.glpiV2.clearFaults()
    expect((await glpi.tickets.get(1234)).id).toBe(1234)
  })

  it('are not answered by a second write', async () => {
    client()
    await glpi.ping()
    estate.glpiV2.failNext({ kind: 'html', status: 503, path: 'Timeline/Followup' })
    await failureOf(glpi.followups.add({ ticketId: 1234, text: 'Panne', isPrivate: true, key: 'down-1' }))
    const sent = estate.glpiV2
      .requests()
      .filter(({ method, path }) => method === 'POST' && path.endsWith('Followup'))
    expect(sent).toHaveLength(1)
  })

  it('after a ticket was opened say that a part was done', async () => {
    client()
    await glpi.ping()
    estate.glpiV2.failNext({ kind: 'html', status: 500, path: 'TeamMember' })
    const clientId = Number(estate.glpi.rows('Entity')[3]?.id)
    const ticket = {
      clientId,
      title: 'Seul',
      text: 'x',
      type: 'incident',
      urgency: 3,
      key: 'partly-1',
    } as const
    const error = await failureOf(glpi.tickets.create({ ...ticket, requesterId: 101 }))
    expect(error).toMatchObject({ code: 'UPSTREAM_FAILED', reason: 'glpi.done_partly' })
    expect(await glpi.tickets.written({ clientId, key: 'partly-1' })).toHaveLength(1)
  })
})
