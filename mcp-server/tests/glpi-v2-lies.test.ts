import { afterEach, describe, expect, it } from 'vitest'
import { createGlpiV2Client, type GlpiClient } from '../src/systems/glpi/index.ts'
import { failureOf } from './expect-failure.ts'
import { type LyingServer, sendJson, startLyingServer } from './lying-server.ts'

let server: LyingServer
afterEach(() => server.close())

interface Answer {
  data: unknown
  status?: number
  headers?: Record<string, string>
}

const token = { token_type: 'Bearer', expires_in: 3600, access_token: 'abc' }
const me = { id: 6, username: 'hub', realname: null, firstname: null, is_active: true }
const ticket = {
  id: 5,
  name: 'R&D <b>',
  content: '<p>Bonjour</p>',
  is_deleted: false,
  category: null,
  urgency: 3,
  priority: 3,
  type: 1,
  status: { id: 9, name: 'Autre' },
  entity: { id: 7, name: 'ACME', completename: 'Root > ACME' },
  date: '2026-01-12T09:30:00+01:00',
  date_mod: null,
  team: [],
}
const notFound: Answer = {
  data: { status: 'ERROR_ITEM_NOT_FOUND', title: 'Not found', detail: null },
  status: 404,
}

/** A GLPI that gives tokens honestly and answers the rest as told, by path. */
async function glpiAnswering(answers: Record<string, Answer>): Promise<GlpiClient> {
  server = await startLyingServer((request, response) => {
    const path = (request.url ?? '').split('?')[0]?.replace('/api.php/v2', '') ?? ''
    const known: Record<string, Answer> = {
      '/api.php/token': { data: token },
      '/Administration/User/Me': { data: me },
      ...answers,
    }
    const { data, status, headers = {} } = known[path] ?? notFound
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    sendJson(response, data, status)
  })
  const settings = { clientId: 'c', clientSecret: 's', account: { username: 'u', password: 'p' } }
  return createGlpiV2Client({ url: server.url, ...settings, timeoutMs: 1_000 })
}

const ticketAt5 = (data: unknown, status = 200) => glpiAnswering({ '/Assistance/Ticket/5': { data, status } })

describe('instead of a ticket', () => {
  it.each([
    ['a list', []],
    ['nothing', null],
    ['a text', 'ok'],
    ['a ticket without id', { ...ticket, id: undefined }],
    ['a ticket whose status is a number', { ...ticket, status: 2 }],
    ['a ticket of the legacy API', { ...ticket, is_deleted: 0 }],
  ])('%s', async (_name, data) => {
    const glpi = await ticketAt5(data)
    const error = await failureOf(glpi.tickets.get(5))
    expect(error).toMatchObject({ code: 'UPSTREAM_FAILED', reason: 'upstream.unexpected_shape' })
    expect(error.message).toMatch(/^GLPI answered the ticket in a form the Hub does not know/)
  })

  it('one that says less than it might', async () => {
    const glpi = await ticketAt5(ticket)
    expect(await glpi.tickets.get(5)).toEqual({
      id: 5,
      title: 'R&D <b>',
      text: 'Bonjour',
      status: 'other',
      type: 'incident',
      urgency: 3,
      priority: 3,
      category: null,
      client: { id: 7, name: 'ACME' },
      openedByHub: false,
      openedAt: '2026-01-12T08:30:00.000Z',
      updatedAt: null,
      solvedAt: null,
      closedAt: null,
    })
  })

  it('one in the bin', async () => {
    const glpi = await ticketAt5({ ...ticket, is_deleted: true })
    expect(await failureOf(glpi.tickets.get(5))).toMatchObject({ reason: 'glpi.ticket_not_found' })
  })

  it('one with dates without a zone has no dates', async () => {
    const glpi = await ticketAt5({ ...ticket, date: '2026-01-12 09:30:00' })
    expect((await glpi.tickets.get(5)).openedAt).toBeNull()
  })
})

describe('errors', () => {
  const error = (status: string, title = 'secret', more: object = {}) => ({
    status,
    title,
    detail: null,
    ...more,
  })

  it.each([
    [403, error('ERROR_RIGHT_MISSING'), { code: 'FORBIDDEN', reason: 'glpi.forbidden' }],
    [
      403,
      error('ERROR_RIGHT_MISSING', 'secret', { detail: 'The High-Level API is disabled' }),
      { reason: 'glpi.configuration' },
    ],
    [404, null, { code: 'UPSTREAM_FAILED', reason: 'glpi.configuration' }],
    [400, error('ERROR_INVALID_PARAMETER'), { code: 'UPSTREAM_FAILED', reason: 'glpi.error' }],
    [409, error('ERROR_ALREADY_EXISTS'), { code: 'CONFLICT', reason: 'glpi.refused' }],
    [500, error('ERROR', 'Failed to update item(s)'), { code: 'CONFLICT', reason: 'glpi.refused' }],
    [500, error('ERROR'), { code: 'UPSTREAM_FAILED', reason: 'upstream.bad_status' }],
    [500, ['ERROR', 'legacy'], { code: 'UPSTREAM_FAILED', reason: 'upstream.bad_status' }],
  ])('%d %j', async (status, data, expected) => {
    const glpi = await ticketAt5(data, status)
    const failure = await failureOf(glpi.tickets.get(5))
    expect(failure).toMatchObject(expected)
    expect(JSON.stringify(failure) + failure.message).not.toContain('secret')
  })
})

describe('instead of a token', () => {
  it.each([
    ['a list', [], 'upstream.unexpected_shape'],
    ['a token of another kind', { ...token, token_type: 'mac' }, 'upstream.unexpected_shape'],
    ['an empty one', { ...token, access_token: '' }, 'upstream.unexpected_shape'],
    ['one without end', { ...token, expires_in: 0 }, 'upstream.unexpected_shape'],
    ['an error with status 200', { error: 'server_error', hint: 'secret' }, 'glpi.configuration'],
  ])('%s', async (_name, data, reason) => {
    const glpi = await glpiAnswering({ '/api.php/token': { data } })
    const error = await failureOf(glpi.tickets.get(5))
    expect(error).toMatchObject({ code: 'UPSTREAM_FAILED', reason })
    expect(JSON.stringify(error) + error.message).not.toContain('secret')
  })
})

describe('lists', () => {
  const one = { id: 7, name: 'ACME', completename: 'Root > ACME' }
  const clients = (answer: Answer) => glpiAnswering({ '/Administration/Entity': answer })

  it.each([
    ['200 without a range', {}, 1],
    ['206 with one', { status: 206, headers: { 'content-range': '0-0/12' } }, 12],
    ['a range that makes no sense', { headers: { 'content-range': 'items */*' } }, 1],
  ])('%s', async (_name, answer, total) => {
    const glpi = await clients({ data: [one], ...answer })
    const client = { id: 7, name: 'ACME', completeName: 'Root > ACME', town: null, phone: null, email: null }
    expect(await glpi.entities.find('acme', 10)).toEqual({ entities: [client], total })
  })

  it('that say they go on, and have nothing more', async () => {
    const headers = { 'content-range': '0-99/500' }
    const glpi = await glpiAnswering({ '/Assistance/Ticket': { data: [], headers } })
    const search = glpi.tickets.search({ sort: 'opened', limit: 10, technicianIds: [1] })
    expect(await failureOf(search)).toMatchObject({ code: 'VALIDATION', reason: 'glpi.search_too_wide' })
  })

  it('too long to look for people in', async () => {
    const headers = { 'content-range': '0-99/1001' }
    const glpi = await glpiAnswering({ '/Assistance/Ticket': { data: [ticket], headers } })
    const search = glpi.tickets.search({ sort: 'opened', limit: 10, groupIds: [1] })
    expect(await failureOf(search)).toMatchObject({ reason: 'glpi.search_too_wide', params: { count: 1001 } })
  })

  it('in which nobody says who opened a marked ticket', async () => {
    const glpi = await glpiAnswering({
      '/Assistance/Ticket': { data: [{ ...ticket, content: '<p>x</p><p>[hub:key-1]</p>' }] },
    })
    expect(await failureOf(glpi.tickets.written({ clientId: 7, key: 'key-1' }))).toMatchObject({
      reason: 'glpi.unsupported',
    })
  })
})

describe('a thread', () => {
  const path = '/Assistance/Ticket/5/Timeline/Followup'
  const note = { id: 1, content: '<p>x</p>', is_private: true, user: { id: 2, name: 'u' } }
  const thread = (item: unknown) => glpiAnswering({ [path]: { data: [{ type: 'Followup', item }] } })

  it('without dates has none', async () => {
    const glpi = await thread(note)
    expect((await glpi.followups.list(5, 'newest')).rows).toEqual([
      { id: 1, authorId: 2, at: null, text: 'x', isPrivate: true, key: null },
    ])
  })

  it.each([
    ['without authors', { ...note, user: undefined }],
    ['that does not say what is private', { ...note, is_private: undefined }],
  ])('%s is not believed', async (_name, item) => {
    const glpi = await thread(item)
    expect(await failureOf(glpi.followups.list(5, 'newest'))).toMatchObject({
      reason: 'upstream.unexpected_shape',
    })
  })
})

it('a thread of more than a thousand entries is read on from the last one', async () => {
  const asked: string[] = []
  const entry = (id: number) => ({
    type: 'Followup',
    item: { id, content: `n${id}`, is_private: true, user: { id: 2 } },
  })
  server = await startLyingServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://glpi')
    if (url.pathname === '/api.php/token') return sendJson(response, token)
    asked.push(url.search)
    const [first, count] = url.search === '' ? [1, 1000] : [1001, 3]
    sendJson(
      response,
      Array.from({ length: count }, (_, index) => entry(first + index)),
    )
  })
  const account = { username: 'u', password: 'p' }
  const glpi = createGlpiV2Client({ url: server.url, clientId: 'c', clientSecret: 's', account })
  const all = await glpi.followups.list(5, 'all')
  expect(all).toMatchObject({ isComplete: true, rows: { length: 1003, 0: { id: 1003 } } })
  expect(asked).toEqual(['', '?filter=id%3Dgt%3D1000'])
})

describe('a team', () => {
  const member = {
    role: 'assigned',
    name: 'tech',
    realname: 'Doe',
    firstname: 'Jane',
    display_name: 'Doe Jane',
  }

  it.each([
    ['/front/user.form.php?id=6', { kind: 'user', id: 6, name: 'Jane Doe' }],
    ['/glpi/front/group.form.php?id=4', { kind: 'group', id: 4, name: 'tech' }],
    ['/Administration/User/6', { kind: 'user', id: 6, name: 'Jane Doe' }],
    ['/Administration/Group/4', { kind: 'group', id: 4, name: 'tech' }],
  ])('%s', async (href, expected) => {
    const data = [
      { ...member, href },
      { ...member, href: '/front/supplier.form.php?id=1' },
      { role: 9, href },
    ]
    const glpi = await glpiAnswering({ '/Assistance/Ticket/5/TeamMember': { data } })
    expect(await glpi.tickets.actors(5)).toEqual([{ role: 'assigned', email: null, ...expected }])
  })

  it('whose roles this build knows by name only', async () => {
    const bodies: string[] = []
    server = await startLyingServer((request, response) => {
      if (request.url === '/api.php/token') return sendJson(response, token)
      let text = ''
      request.on('data', (chunk) => {
        text += String(chunk)
      })
      request.on('end', () => {
        bodies.push(text)
        const isNamed = text.includes('"assigned"')
        const refusal = { status: 'ERROR_INVALID_PARAMETER', title: 'One or more parameters are invalid' }
        sendJson(response, isNamed ? null : refusal, isNamed ? 201 : 400)
      })
    })
    const account = { username: 'u', password: 'p' }
    const glpi = createGlpiV2Client({ url: server.url, clientId: 'c', clientSecret: 's', account })
    await glpi.tickets.assign(5, { kind: 'user', id: 6 })
    expect(bodies).toEqual(['{"type":"User","id":6,"role":2}', '{"type":"User","id":6,"role":"assigned"}'])
  })
})
