import { type Estate, startEstate } from '@hub/estate'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createGlpiClient, type GlpiClient } from '../src/systems/glpi/index.ts'
import { readTicket } from '../src/systems/glpi/read-ticket.ts'
import { failureOf } from './expect-failure.ts'
import { closedAddress } from './lying-server.ts'

let estate: Estate
let glpi: GlpiClient

beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.close())

afterEach(async () => {
  estate.glpi.clearFaults()
  estate.glpi.clearRequests()
})

function client(settings: Partial<Parameters<typeof createGlpiClient>[0]> = {}): GlpiClient {
  glpi = createGlpiClient({ ...estate.glpi, timeoutMs: 2_000, ...settings })
  return glpi
}

const initCount = () => estate.glpi.requests().filter(({ path }) => path.includes('initSession')).length

describe('session', () => {
  it('is opened once for many first calls, and ended on close', async () => {
    const before = estate.glpi.sessionCount()
    client()
    await Promise.all(Array.from({ length: 20 }, () => glpi.tickets.get(1234)))
    expect(initCount()).toBe(1)
    expect(estate.glpi.sessionCount()).toBe(before + 1)
    await glpi.close()
    expect(estate.glpi.sessionCount()).toBe(before)
  })

  it('is replaced once when it ended under 20 concurrent calls', async () => {
    client()
    await glpi.ping()
    estate.glpi.clearRequests()
    estate.glpi.expireSessions()
    const tickets = await Promise.all(Array.from({ length: 20 }, () => glpi.tickets.get(1234)))
    expect(tickets.map((ticket) => ticket.id)).toEqual(Array(20).fill(1234))
    expect(initCount()).toBe(1)
    await glpi.close()
  })

  it('opens a new one after a failed opening', async () => {
    client()
    estate.glpi.failNext({ kind: 'status', status: 500, path: 'initSession' })
    await failureOf(glpi.tickets.get(1234))
    expect((await glpi.tickets.get(1234)).id).toBe(1234)
    await glpi.close()
  })

  it.each([
    [{ userToken: 'wrong' }, 'GLPI_USER_TOKEN'],
    [{ appToken: 'wrong' }, 'GLPI_APP_TOKEN'],
  ])('names the setting that GLPI refuses (%j)', async (settings, name) => {
    const error = await failureOf(client(settings).tickets.get(1234))
    expect(error).toMatchObject({ code: 'UPSTREAM_FAILED', reason: 'glpi.configuration' })
    expect(error.message).toContain(name)
    expect(JSON.stringify(error)).not.toContain('wrong')
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
  ] as const)('%s', async (_name, fault, reason) => {
    client({ timeoutMs: 200 })
    await glpi.ping()
    estate.glpi.failNext(fault)
    const error = await failureOf(glpi.tickets.get(1234))
    expect(error).toMatchObject({ code: 'UPSTREAM_FAILED', reason, params: { system: 'GLPI' } })
    estate.glpi.clearFaults()
    expect((await glpi.tickets.get(1234)).id).toBe(1234)
    await glpi.close()
  })

  it.each([{ kind: 'html', status: 502 }, { kind: 'reset' }] as const)(
    'is tried again on a read (%j)',
    async (fault) => {
      client()
      estate.glpi.failNext({ ...fault, path: 'Ticket/1234' })
      expect((await glpi.tickets.get(1234)).id).toBe(1234)
      await glpi.close()
    },
  )

  it('shows the rest of a ticket when a part fails, and says what is missing', async () => {
    client()
    estate.glpi.failNext({ kind: 'html', status: 500, path: 'ITILFollowup' })
    const ticket = await readTicket(glpi, 1234)
    expect(ticket.title).toBe('Reset MDP - Jean Dupont')
    expect(ticket.missing).toEqual(['followups'])
    await glpi.close()
  })
})

it('names a system that is not there', async () => {
  const gone = createGlpiClient({ url: await closedAddress(), userToken: 'u', timeoutMs: 1_000 })
  const error = await failureOf(gone.tickets.get(1))
  expect(error.message).toBe('GLPI refused the connection')
})
