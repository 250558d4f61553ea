import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openGlpi, type TestGlpi } from './glpi-client.ts'

let glpi: TestGlpi
beforeAll(async () => {
  glpi = await openGlpi()
})
afterAll(() => glpi.estate.close())

const ticket = (id: number) => glpi.estate.glpi.row('Ticket', id)

async function create(input: Record<string, unknown> = {}): Promise<number> {
  const answer = await glpi.send('POST', '/Ticket/', {
    input: { entities_id: 42, name: 'Essai', content: '<p>Essai</p>', ...input },
  })
  return Number(Reflect.get(Object(answer.body), 'id'))
}

const post = (type: string, input: unknown) => glpi.send('POST', `/${type}/`, { input })
const solve = (id: number) =>
  post('ITILSolution', { itemtype: 'Ticket', items_id: id, content: '<p>Fait</p>' })

describe('creating a ticket', () => {
  it('answers 201 with a message in HTML and the place', async () => {
    const answer = await post('Ticket', {
      entities_id: 42,
      name: 'VPN',
      content: '<p>x</p>',
      urgency: 5,
      impact: 5,
    })
    expect(answer.status).toBe(201)
    expect(answer.body).toMatchObject({
      id: expect.any(Number),
      message: expect.stringContaining('<a href='),
    })
    expect(answer.headers.get('location')).toMatch(/\/Ticket\/\d+$/)
    expect(ticket(Number(Reflect.get(Object(answer.body), 'id')))).toMatchObject({
      status: 1,
      priority: 5,
      users_id_recipient: 6,
    })
  })

  it('takes the title from the content and the entity from the session', async () => {
    const id = await create({
      entities_id: undefined,
      name: '',
      content: '<p>Plus de <b>réseau</b></p>',
      priority: 6,
    })
    expect(ticket(id)).toMatchObject({ entities_id: 0, name: 'Plus de réseau', priority: 6 })
  })

  it('links actors, and an assignee moves it to processing', async () => {
    const id = await create({ _users_id_requester: 101, _users_id_assign: [163], _groups_id_assign: 2 })
    expect(ticket(id)).toMatchObject({ status: 2 })
    expect(glpi.estate.glpi.rows('Ticket_User', { tickets_id: id })).toMatchObject([
      { users_id: 101, type: 1 },
      { users_id: 163, type: 2 },
    ])
    expect(glpi.estate.glpi.rows('Group_Ticket', { tickets_id: id })).toMatchObject([
      { groups_id: 2, type: 2 },
    ])
  })

  it('keeps an anonymous requester by mail address', async () => {
    const id = await create({
      _users_id_requester: 0,
      _users_id_requester_notif: { use_notification: [1], alternative_email: ['x@y.example'] },
    })
    const [link] = glpi.estate.glpi.rows('Ticket_User', { tickets_id: id })
    expect(link).toMatchObject({ users_id: 0, alternative_email: 'x@y.example' })
  })

  it('reports refusals: single, partial and without input', async () => {
    const empty = await post('Ticket', { entities_id: 42, name: 'x', content: '' })
    expect([empty.status, (empty.body as unknown[])[0]]).toEqual([400, 'ERROR_GLPI_ADD'])
    const mixed = await post('Ticket', [
      { name: 'a', content: 'b' },
      { name: 'a', content: '' },
    ])
    expect(mixed.status).toBe(207)
    expect(mixed.body).toEqual([
      'ERROR_GLPI_PARTIAL_ADD',
      [
        { id: expect.any(Number), message: '' },
        { id: false, message: expect.any(String) },
      ],
    ])
    const bare = await glpi.send('POST', '/Ticket/', { name: 'x' })
    expect([bare.status, (bare.body as unknown[])[0]]).toEqual([400, 'ERROR_BAD_ARRAY'])
    const entity = await post('Entity', { name: 'x' })
    expect([entity.status, (entity.body as unknown[])[0]]).toEqual([403, 'ERROR_RIGHT_MISSING'])
  })
})

describe('the life of a ticket', () => {
  it('takes followups and tasks, refusing empty ones', async () => {
    const id = await create()
    const on = { itemtype: 'Ticket', items_id: id }
    expect((await post('ITILFollowup', { ...on, content: 'Appelé', is_private: 1 })).status).toBe(201)
    expect((await post('ITILFollowup', { ...on, content: '' })).status).toBe(400)
    expect((await post('TicketTask', { tickets_id: id, content: 'Sur site', actiontime: 900 })).status).toBe(
      201,
    )
    expect(ticket(id)).toMatchObject({ status: 1, actiontime: 900, takeintoaccountdate: expect.any(String) })
    expect(glpi.estate.glpi.rows('ITILFollowup', { items_id: id })).toMatchObject([
      { is_private: 1, users_id: 6 },
    ])
  })

  it('is solved once', async () => {
    const id = await create()
    expect((await solve(id)).status).toBe(201)
    expect(ticket(id)).toMatchObject({ status: 5, solvedate: expect.any(String), closedate: null })
    const again = await solve(id)
    expect([again.status, (again.body as unknown[])[0]]).toEqual([400, 'ERROR_GLPI_ADD'])
  })

  it('closes by the mere presence of add_close, even false', async () => {
    const id = await create()
    await solve(id)
    await post('ITILFollowup', { itemtype: 'Ticket', items_id: id, content: 'Suite', add_close: false })
    expect(ticket(id)).toMatchObject({ status: 6 })
    expect(glpi.estate.glpi.rows('ITILSolution', { items_id: id })).toMatchObject([{ status: 3 }])
  })

  it('reopens with add_reopen and refuses the solution', async () => {
    const id = await create({ _users_id_assign: 163 })
    await solve(id)
    await post('ITILFollowup', { itemtype: 'Ticket', items_id: id, content: 'Non', add_reopen: 1 })
    expect(ticket(id)).toMatchObject({ status: 2, solvedate: null })
    expect(glpi.estate.glpi.rows('ITILSolution', { items_id: id })).toMatchObject([{ status: 4 }])
  })

  it('strips other fields of a closed ticket without a word', async () => {
    const id = await create()
    const closed = await glpi.send('PUT', `/Ticket/${id}`, { input: { status: 6 } })
    expect(closed.body).toEqual([{ [id]: true, message: '' }])
    await glpi.send('PUT', `/Ticket/${id}`, { input: { name: 'Autre', itilcategories_id: 3 } })
    expect(ticket(id)).toMatchObject({
      name: 'Essai',
      itilcategories_id: 3,
      status: 6,
      closedate: expect.any(String),
    })
  })

  it('is assigned, not twice', async () => {
    const id = await create()
    const link = { tickets_id: id, users_id: 163, type: 2 }
    expect((await post('Ticket_User', link)).status).toBe(201)
    expect(ticket(id)).toMatchObject({ status: 2 })
    expect((await post('Ticket_User', link)).status).toBe(400)
  })

  it('loses the actors that an update of _actors omits', async () => {
    const id = await create({ _users_id_requester: 101 })
    await glpi.send('PUT', `/Ticket/${id}`, {
      input: { _actors: { assign: [{ itemtype: 'User', items_id: 163 }] } },
    })
    expect(glpi.estate.glpi.rows('Ticket_User', { tickets_id: id })).toMatchObject([
      { users_id: 163, type: 2 },
    ])
  })

  it('drops unknown ids of a bulk, and answers null for a single one', async () => {
    const id = await create()
    const bulk = await glpi.send('PUT', '/Ticket/', {
      input: [
        { id, urgency: 5 },
        { id: 999_999, urgency: 5 },
      ],
    })
    expect(bulk.body).toEqual([{ [id]: true, message: '' }])
    expect(ticket(id)).toMatchObject({ urgency: 5, priority: 4 })
    const single = await glpi.send('PUT', '/Ticket/999999', { input: { urgency: 5 } })
    expect([single.status, single.body]).toEqual([400, ['ERROR_GLPI_UPDATE', null]])
  })

  it('goes to the bin, still readable, before it is purged', async () => {
    const id = await create()
    await glpi.send('DELETE', `/Ticket/${id}`, undefined)
    expect((await glpi.get(`/Ticket/${id}`)).body).toMatchObject({ is_deleted: 1 })
    await glpi.send('DELETE', `/Ticket/${id}?force_purge=true`, undefined)
    expect((await glpi.get(`/Ticket/${id}`)).status).toBe(404)
  })
})
