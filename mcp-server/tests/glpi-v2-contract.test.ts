import { type Estate, startEstate } from '@hub/estate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assetTypes } from '../src/systems/glpi/domain/organisation.ts'
import type { TicketActor, TicketQuery } from '../src/systems/glpi/domain/ticket.ts'
import type { GlpiClient } from '../src/systems/glpi/index.ts'
import { readTicket } from '../src/systems/glpi/read-ticket.ts'
import { failureOf } from './expect-failure.ts'
import { drivers } from './glpi-v2-drivers.ts'

let estate: Estate
let legacy: GlpiClient
let v2: GlpiClient

beforeAll(async () => {
  estate = await startEstate()
  const [first, second] = drivers.map(([, open]) => open(estate))
  if (first === undefined || second === undefined) throw new Error('two drivers are needed')
  legacy = first
  v2 = second
})
afterAll(async () => {
  await Promise.all([legacy.close(), v2.close()])
  await estate.close()
})

const clientId = (name: string) => Number(estate.glpi.rows('Entity', { name })[0]?.id)
const jardins = () => clientId('EHPAD Les Jardins')

/** What the High-Level API does not tell. */
const untold = { town: null, phone: null, email: null, solvedAt: null, closedAt: null }

const forgetUntold = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(forgetUntold)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(([key, member]) => [key, forgetUntold(member)])
  const known = Object.fromEntries(members.filter(([key]) => !Object.hasOwn(untold, String(key))))
  return 'actors' in known ? { ...known, actors: whoIsThere(known.actors) } : known
}

/** The one API gives ids where the other gives names too. */
const whoIsThere = (actors: TicketActor[]) =>
  actors
    .filter(({ email }) => email === null)
    .map(({ role, kind, id, name }) => `${role} ${kind} ${kind === 'user' ? id : name}`)
    .sort()

async function same<T>(read: (glpi: GlpiClient) => Promise<T>): Promise<T> {
  const [one, other] = [await read(legacy), await read(v2)]
  expect(forgetUntold(other)).toEqual(forgetUntold(one))
  return one
}

describe('clients', () => {
  it.each(['saint', 'Clinique Saint-Jean', 'EHPAD jardins', 'introuvable', '*', "l'hôpital", ''])(
    '%j',
    async (text) => {
      await same((glpi) => glpi.entities.find(text, 5))
    },
  )

  it('by number, the whole tree, and one that is not there', async () => {
    expect((await same((glpi) => glpi.entities.get(jardins()))).name).toBe('EHPAD Les Jardins')
    await same((glpi) => glpi.entities.get(0))
    for (const glpi of [legacy, v2]) {
      expect(await failureOf(glpi.entities.get(99_999))).toMatchObject({ reason: 'glpi.client_not_found' })
    }
  })
})

describe('users', () => {
  it('by number', async () => {
    const names = await same((glpi) => glpi.users.names([101, 103, 0, 999_999, 101]))
    expect(names.size).toBe(2)
    await same((glpi) => glpi.users.get(101))
    expect(await same((glpi) => glpi.users.get(999_999))).toBeUndefined()
  })

  it.each(['jean.dupont', 'JEAN.DUPONT', 'Dupont Jean', 'dupont', 'nobody', '  ', 'a"b\'c', 'DOMAIN\\jean'])(
    '%j',
    async (query) => {
      await same((glpi) => glpi.users.find(query, { limit: 10 }))
    },
  )

  it('by e-mail address, and of one client', async () => {
    const mail = String(estate.glpi.rows('UserEmail')[4]?.email)
    expect(await same((glpi) => glpi.users.find(mail, { limit: 10 }))).toHaveLength(1)
    const found = await same((glpi) => glpi.users.find('jean', { limit: 10, clientId: jardins() }))
    expect(found.length).toBeGreaterThan(0)
  })
})

describe('dropdowns', () => {
  it.each(['Support', 'reseau', 'poste', 'mot de passe', 'rien de tel', ''])('%j', async (query) => {
    await same((glpi) => glpi.dropdowns.groups(query, 10))
    await same((glpi) => glpi.dropdowns.categories(query, 10))
  })
})

describe('assets', () => {
  it.each(assetTypes)('%s of a client and of all', async (type) => {
    await same((glpi) => glpi.assets.list({ clientId: clientId('Clinique Saint-Jean'), type, limit: 3 }))
    await same((glpi) => glpi.assets.list({ clientId: 0, type, limit: 20 }))
  })

  it('say how many there are', async () => {
    const { assets, total } = await same((glpi) =>
      glpi.assets.list({ clientId: 0, type: 'network', limit: 2 }),
    )
    expect(assets).toHaveLength(2)
    expect(total).toBe(estate.glpi.rows('NetworkEquipment').length)
  })
})

describe('a ticket', () => {
  it('of every status', async () => {
    for (const status of [1, 2, 4, 5, 6]) {
      const id = Number(estate.glpi.rows('Ticket', { status })[0]?.id)
      await same((glpi) => glpi.tickets.get(id))
      await same(async (glpi) => ({ actors: await glpi.tickets.actors(id) }))
      await same((glpi) => glpi.followups.list(id, 'newest'))
      await same((glpi) => glpi.followups.list(id, 'all'))
      await same((glpi) => glpi.tasks.list(id, 'newest'))
      await same((glpi) => glpi.solutions.list(id))
    }
  })

  it('of a requester without account, whose address only the legacy API tells', async () => {
    const link = estate.glpi.rows('Ticket_User', { users_id: 0, type: 1 })[0]
    const id = Number(link?.tickets_id)
    const email = String(link?.alternative_email)
    const requesters = async (glpi: GlpiClient) =>
      (await glpi.tickets.actors(id)).filter(({ role }) => role === 'requester')
    expect(await requesters(legacy)).toEqual([
      { role: 'requester', kind: 'user', id: null, name: null, email },
    ])
    expect(await requesters(v2)).toEqual([])
    await same(async (glpi) => ({ actors: await glpi.tickets.actors(id) }))
  })

  it('as the tool shows it', async () => {
    const ticket = await same((glpi) => readTicket(glpi, 5678))
    expect(ticket.entries.length).toBeGreaterThan(0)
    expect(ticket.missing).toEqual([])
  })

  it('that is not there', async () => {
    for (const glpi of [legacy, v2]) {
      expect(await failureOf(glpi.tickets.get(999_999))).toMatchObject({
        code: 'NOT_FOUND',
        reason: 'glpi.ticket_not_found',
        params: { ticketId: 999_999 },
      })
    }
  })
})

/** Moves a ticket to the bin, as a person would in GLPI. */
async function throwAway(ticketId: number): Promise<void> {
  const { url, appToken, userToken } = estate.glpi
  const headers = { 'app-token': appToken, 'content-type': 'application/json' }
  const opened = await fetch(`${url}/initSession`, {
    headers: { ...headers, authorization: `user_token ${userToken}` },
  })
  const token = String(Reflect.get(Object(await opened.json()), 'session_token'))
  const session = { ...headers, 'session-token': token }
  const body = JSON.stringify({ entities_id: 'all', is_recursive: true })
  await fetch(`${url}/changeActiveEntities`, { method: 'POST', headers: session, body })
  const done = await fetch(`${url}/Ticket/${ticketId}`, { method: 'DELETE', headers: session })
  expect(done.status).toBe(200)
}

it('a ticket in the bin is neither found nor listed nor counted', async () => {
  const all = { sort: 'opened', limit: 100, clientId: jardins(), status: 'open' } as const
  const before = await same((glpi) => glpi.tickets.search(all))
  const ticketId = Number(before.tickets.find(({ id }) => id !== 1234)?.id)
  await throwAway(ticketId)
  const after = await same((glpi) => glpi.tickets.search(all))
  expect(after.total).toBe(before.total - 1)
  expect(await same((glpi) => glpi.tickets.countOpen(jardins()))).toBe(after.total)
  for (const glpi of [legacy, v2]) {
    expect(await failureOf(glpi.tickets.get(ticketId))).toMatchObject({ reason: 'glpi.ticket_not_found' })
  }
})

describe('a search of tickets', () => {
  const sort = 'opened'
  const limit = 20
  const cases: [string, () => Partial<TicketQuery>][] = [
    ['nothing but the newest', () => ({})],
    ['by last change', () => ({ sort: 'updated' })],
    ['by priority', () => ({ sort: 'priority', limit: 7 })],
    ['words', () => ({ text: 'reset mdp' })],
    ['words with signs', () => ({ text: '"; id==1 (vpn)' })],
    ['a client', () => ({ clientId: jardins() })],
    ['the whole tree', () => ({ clientId: 0, limit: 3 })],
    ['open ones', () => ({ status: 'open' })],
    ['done ones', () => ({ status: 'done', limit: 5 })],
    ['new ones', () => ({ status: 'new' })],
    ['a category and those below', () => ({ categoryId: topCategory() })],
    ['a category that is not there', () => ({ categoryId: 99_999 })],
    [
      'days',
      () => ({
        openedSince: new Date(Date.now() - 60 * 86_400_000),
        openedUntil: new Date(Date.now() - 86_400_000),
      }),
    ],
    ['a technician', () => ({ technicianIds: [technician()], status: 'open' })],
    ['a requester', () => ({ requesterIds: [requester(), 999_999] })],
    ['a group', () => ({ groupIds: [1], status: 'open' })],
  ]
  const topCategory = () => Number(estate.glpi.rows('ITILCategory', { itilcategories_id: 0 })[0]?.id)
  const linked = (type: number) =>
    Number(estate.glpi.rows('Ticket_User', { type }).find(({ users_id: id }) => id !== 0)?.users_id)
  const isOpen = (ticketId: unknown) => Number(estate.glpi.row('Ticket', Number(ticketId))?.status) < 5
  /** Somebody with an open ticket: who has one changes with the day. */
  const technician = () =>
    Number(
      estate.glpi
        .rows('Ticket_User', { type: 2 })
        .find(({ users_id: id, tickets_id: ticketId }) => id !== 0 && isOpen(ticketId))?.users_id,
    )
  const requester = () => linked(1)

  it.each(cases)('%s', async (_name, query) => {
    await same((glpi) => glpi.tickets.search({ sort, limit, ...query() }))
  })

  it('finds something in most of them', async () => {
    const found = await Promise.all(cases.map(([, query]) => v2.tickets.search({ sort, limit, ...query() })))
    expect(found.filter(({ total }) => total > 0).length).toBeGreaterThanOrEqual(cases.length - 2)
  })

  it('counts the open ones', async () => {
    expect(await same((glpi) => glpi.tickets.countOpen(jardins()))).toBeGreaterThan(0)
    await same((glpi) => glpi.tickets.countOpen(0))
  })
})

describe('v2', () => {
  it('never takes the whole tree for a client that is not there', async () => {
    const clientId = 99_999
    const reads = [
      v2.tickets.search({ sort: 'opened', limit: 5, clientId }),
      v2.tickets.countOpen(clientId),
      v2.assets.list({ clientId, type: 'network', limit: 5 }),
      v2.users.find('jean', { limit: 5, clientId }),
    ]
    for (const read of reads) {
      expect(await failureOf(read)).toMatchObject({ code: 'NOT_FOUND', reason: 'glpi.client_not_found' })
    }
  })

  it.each<[string, (glpi: GlpiClient) => Promise<unknown>]>([
    ['users', (glpi) => glpi.users.find('jean.dupont', { limit: 5 })],
    ['assets', (glpi) => glpi.assets.list({ clientId: 0, type: 'network', limit: 5 })],
    ['tickets', (glpi) => glpi.tickets.search({ sort: 'opened', limit: 5 })],
    ['written tickets', (glpi) => glpi.tickets.written({ clientId: 0 })],
  ])('leaves out %s that are in the bin', async (_name, read) => {
    estate.glpiV2.clearRequests()
    await read(v2)
    const lists = estate.glpiV2
      .requests()
      .filter(({ path }) => /\/(User|NetworkEquipment|Ticket)$/.test(path))
    expect(lists).not.toEqual([])
    for (const { query } of lists) expect(query).toContain('is_deleted==false')
  })
})

it('both answer a ping', async () => {
  for (const glpi of [legacy, v2]) expect(await glpi.ping()).toBeGreaterThan(0)
})

it('v2 says that it cannot tell the addresses of a client', async () => {
  expect((await legacy.entities.contacts(jardins())).length).toBeGreaterThan(0)
  expect(await failureOf(v2.entities.contacts(jardins()))).toMatchObject({
    code: 'UPSTREAM_FAILED',
    reason: 'glpi.unsupported',
  })
  expect(await failureOf(v2.entities.contacts(99_999))).toMatchObject({ reason: 'glpi.client_not_found' })
})
