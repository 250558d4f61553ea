import { afterEach, describe, expect, it } from 'vitest'
import { closeTicket } from '../src/systems/glpi/close-ticket.ts'
import { createGlpiClient, type GlpiClient } from '../src/systems/glpi/index.ts'
import { readTicket } from '../src/systems/glpi/read-ticket.ts'
import { failureOf } from './expect-failure.ts'
import { type LyingServer, sendJson, startLyingServer } from './lying-server.ts'

let server: LyingServer
afterEach(() => server.close())

const row = {
  id: 5,
  entities_id: '7',
  name: 'R&#38;D &#60;b&#62;',
  content: '&#60;p&#62;Bonjour&#60;/p&#62;',
  status: '9',
  type: 1,
  urgency: 3,
  priority: 3,
  itilcategories_id: 0,
  date: '2026-01-12 09:30:00',
  date_mod: null,
  solvedate: '',
  is_deleted: 0,
  _keys_names: [],
}

/** A GLPI that opens sessions honestly and answers the rest as told, by path. */
async function glpiAnswering(
  answers: Record<string, { data: unknown; status?: number }>,
): Promise<GlpiClient> {
  server = await startLyingServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? ''
    if (path === '/initSession') return sendJson(response, { session_token: 'abc' })
    if (path === '/changeActiveEntities') return sendJson(response, true)
    const answer = answers[path] ?? { data: ['ERROR_ITEM_NOT_FOUND', ''], status: 404 }
    sendJson(response, answer.data, answer.status)
  })
  return createGlpiClient({ url: server.url, userToken: 'u', timeoutMs: 1_000 })
}

describe('a GLPI that lies', () => {
  it.each([
    ['a list', []],
    ['nothing', null],
    ['a text', 'ok'],
    ['a ticket without id', { ...row, id: undefined }],
    ['a ticket whose status is a text', { ...row, status: 'open' }],
  ])('%s instead of a ticket', async (_name, data) => {
    const glpi = await glpiAnswering({ '/Ticket/5': { data } })
    const error = await failureOf(glpi.tickets.get(5))
    expect(error).toMatchObject({ code: 'UPSTREAM_FAILED', reason: 'upstream.unexpected_shape' })
    expect(error.message).toMatch(/^GLPI answered the ticket in a form the Hub does not know/)
  })

  it('an old one: numbers as strings, escaped text, unknown status', async () => {
    const glpi = await glpiAnswering({ '/Ticket/5': { data: row } })
    const ticket = await readTicket(glpi, 5)
    expect(ticket).toMatchObject({
      title: 'R&D <b>',
      text: 'Bonjour',
      status: 'other',
      clientId: 7,
      clientName: null,
      openedAt: '2026-01-12T08:30:00.000Z',
      solvedAt: null,
    })
    expect(ticket.missing.sort()).toEqual(['followups', 'people', 'solutions', 'tasks'])
  })

  it('a ticket in the bin is not found', async () => {
    const glpi = await glpiAnswering({ '/Ticket/5': { data: { ...row, is_deleted: 1 } } })
    expect(await failureOf(glpi.tickets.get(5))).toMatchObject({ reason: 'glpi.ticket_not_found' })
  })

  it('a right that is missing', async () => {
    const glpi = await glpiAnswering({
      '/Ticket/5': { data: ['ERROR_RIGHT_MISSING', 'secret'], status: 403 },
    })
    const error = await failureOf(glpi.tickets.get(5))
    expect(error).toMatchObject({ code: 'FORBIDDEN', reason: 'glpi.forbidden' })
    expect(error.message).not.toContain('secret')
  })

  it('a change that it accepts and does not make', async () => {
    const glpi = await glpiAnswering({ '/Ticket/5': { data: { ...row, status: 2 } } })
    const closing = closeTicket(
      glpi,
      { ticketId: 5, before: 'assigned' },
      { now: new Date(), signal: AbortSignal.timeout(5_000) },
    )
    expect(await failureOf(closing)).toMatchObject({ reason: 'glpi.change_ignored' })
  })

  it('a session that ends with every call', async () => {
    const glpi = await glpiAnswering({
      '/Ticket/5': { data: ['ERROR_SESSION_TOKEN_INVALID', ''], status: 401 },
    })
    expect(await failureOf(glpi.tickets.get(5))).toMatchObject({ reason: 'glpi.session' })
  })

  it('a search without data, and cells of every form', async () => {
    const empty = await glpiAnswering({ '/search/Entity': { data: { totalcount: 0, count: 0 } } })
    expect(await empty.entities.find('acme', 10)).toEqual({ entities: [], total: 0 })
    await server.close()
    const data = [{ 1: 'Root &#62; ACME', 2: '7', 5: ['01', '02'], 6: [], 11: null, 14: 'ACME' }]
    const found = await glpiAnswering({ '/search/Entity': { data: { totalcount: 1, data }, status: 206 } })
    expect((await found.entities.find('acme', 10)).entities).toEqual([
      { id: 7, name: 'ACME', completeName: 'Root > ACME', town: null, phone: '01', email: null },
    ])
  })

  it('names of users, one of whom is hidden', async () => {
    const glpi = await glpiAnswering({
      '/getMultipleItems': { data: ['ERROR_RIGHT_MISSING', ''], status: 403 },
      '/User/2': { data: { id: 2, name: 'jdupont', realname: 'Dupont', firstname: 'Jean' } },
      '/User/3': { data: { id: 3, name: 'tech', realname: null, firstname: '' } },
    })
    expect([...(await glpi.users.names([2, 3, 4, 0, 2]))]).toEqual([
      [2, 'Jean Dupont'],
      [3, 'tech'],
    ])
  })
})
