import { type Estate, startEstate } from '@hub/estate'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { GlpiClient } from '../src/systems/glpi/index.ts'
import { failureOf } from './expect-failure.ts'
import { drivers, rawV2 } from './glpi-v2-drivers.ts'

describe.each(drivers)('%s writes', (_name, open) => {
  let estate: Estate
  let glpi: GlpiClient

  beforeAll(async () => {
    estate = await startEstate()
  })
  afterAll(() => estate.close())
  beforeEach(() => {
    glpi = open(estate)
  })
  afterEach(async () => {
    await glpi.close()
    estate.glpi.clearFaults()
    estate.glpiV2.clearFaults()
  })

  const clientId = () => Number(estate.glpi.rows('Entity', { name: 'EHPAD Les Jardins' })[0]?.id)
  const category = () => Number(estate.glpi.rows('ITILCategory')[3]?.id)
  const requesterId = 101
  const newTicket = (key: string) =>
    ({
      clientId: clientId(),
      title: 'Imprimante en panne <urgent>',
      text: 'Plus rien ne sort.\n\n& "rien" depuis 9 h',
      type: 'incident',
      urgency: 4,
      key,
    }) as const
  const links = (table: 'Ticket_User' | 'Group_Ticket', ticketId: number, type: number) =>
    estate.glpi.rows(table, { tickets_id: ticketId, type }).map((row) => row.users_id ?? row.groups_id)

  describe('a new ticket', () => {
    it('with everything', async () => {
      const id = await glpi.tickets.create({ ...newTicket('full-1'), categoryId: category(), requesterId })
      expect(estate.glpi.row('Ticket', id)).toMatchObject({
        entities_id: clientId(),
        type: 1,
        urgency: 4,
        itilcategories_id: category(),
        status: 1,
      })
      expect(links('Ticket_User', id, 1)).toEqual([requesterId])
      expect(links('Ticket_User', id, 2)).toEqual([])
      const { title, text, client, type, urgency } = await glpi.tickets.get(id)
      const { title: given, text: said } = newTicket('full-1')
      expect({ title, text, type, urgency }).toEqual({
        title: given,
        text: said,
        type: 'incident',
        urgency: 4,
      })
      expect(client).toEqual({ id: clientId(), name: 'EHPAD Les Jardins' })
    })

    it('without a requester names nobody', async () => {
      const id = await glpi.tickets.create({ ...newTicket('nobody-1'), type: 'request' })
      expect(links('Ticket_User', id, 1)).toEqual([])
      expect((await glpi.tickets.get(id)).type).toBe('request')
    })

    it('is found by its key, and among those written since', async () => {
      const since = new Date()
      expect(await glpi.tickets.written({ clientId: clientId(), key: 'find_1' })).toEqual([])
      const id = await glpi.tickets.create(newTicket('find_1'))
      await glpi.tickets.create(newTicket('findX1'))
      const { title, text, key } = newTicket('find_1')
      expect(await glpi.tickets.written({ clientId: clientId(), key: 'find_1' })).toEqual([
        { id, title, text, key },
      ])
      expect(await glpi.tickets.written({ clientId: 0, key: 'find_1' })).toEqual([])
      const all = await glpi.tickets.written({ clientId: clientId(), since })
      expect(all.map((ticket) => ticket.id)).toContain(id)
      const later = new Date(since.getTime() + 3 * 86_400_000)
      expect(await glpi.tickets.written({ clientId: clientId(), since: later })).toEqual([])
    })

    it('of somebody else with a marker is not believed', async () => {
      const [other] = estate.glpi.rows('Ticket', { status: 2, entities_id: clientId() })
      const id = Number(other?.id)
      const body = { content: '<p>Bonjour</p><p>[hub:forged-1]</p>' }
      await rawV2(estate, `/Assistance/Ticket/${id}`, { method: 'PATCH', body })
      expect(await glpi.tickets.written({ clientId: clientId(), key: 'forged-1' })).toEqual([])
      expect((await glpi.tickets.get(id)).text).toBe('Bonjour\n\n[hub:forged-1]')
    })

    it('that GLPI refuses was not made', async () => {
      const before = estate.glpi.rows('Ticket').length
      expect(await failureOf(glpi.tickets.create({ ...newTicket('r-1'), clientId: 99_999 }))).toMatchObject({
        code: 'CONFLICT',
        reason: 'glpi.refused',
      })
      expect(estate.glpi.rows('Ticket')).toHaveLength(before)
    })
  })

  describe('a change', () => {
    it('of every field', async () => {
      const id = await glpi.tickets.create(newTicket('change-1'))
      await glpi.tickets.update(id, { title: 'Nouveau titre', urgency: 2, categoryId: category() })
      expect(estate.glpi.row('Ticket', id)).toMatchObject({
        name: 'Nouveau titre',
        urgency: 2,
        itilcategories_id: category(),
        status: 1,
      })
      await glpi.tickets.update(id, { priority: 5, status: 'pending' })
      expect(estate.glpi.row('Ticket', id)).toMatchObject({ priority: 5, status: 4, urgency: 2 })
      await glpi.tickets.update(id, { status: 'closed' })
      expect((await glpi.tickets.get(id)).status).toBe('closed')
    })

    it('of a ticket that is not there', async () => {
      const error = await failureOf(glpi.tickets.update(999_999, { urgency: 1 }))
      expect(['glpi.ticket_not_found', 'glpi.refused']).toContain(error.reason)
    })
  })

  describe('an assignment', () => {
    it.each([
      ['user', 102, 'Ticket_User'],
      ['group', 2, 'Group_Ticket'],
    ] as const)('of a %s, once, and back', async (kind, id, table) => {
      const ticketId = await glpi.tickets.create(newTicket(`assign-${kind}`))
      await glpi.tickets.assign(ticketId, { kind, id })
      expect(links(table, ticketId, 2)).toEqual([id])
      expect((await glpi.tickets.get(ticketId)).status).toBe('assigned')
      const actors = await glpi.tickets.actors(ticketId)
      expect(actors).toEqual([expect.objectContaining({ role: 'assigned', kind, id, email: null })])
      expect(await failureOf(glpi.tickets.assign(ticketId, { kind, id }))).toMatchObject({
        code: 'CONFLICT',
        reason: 'glpi.refused',
      })
      await glpi.tickets.unassign(ticketId, { kind, id })
      await glpi.tickets.unassign(ticketId, { kind, id })
      expect(links(table, ticketId, 2)).toEqual([])
      expect((await glpi.tickets.get(ticketId)).status).toBe('new')
    })

    it('of somebody who is not there is refused', async () => {
      const ticketId = await glpi.tickets.create(newTicket('assign-none'))
      const error = await failureOf(glpi.tickets.assign(ticketId, { kind: 'user', id: 999_999 }))
      expect(error).toMatchObject({ code: 'CONFLICT', reason: 'glpi.refused' })
    })
  })

  describe('the thread', () => {
    it('takes a followup as it was typed, private or public', async () => {
      const text = 'Bonjour <script>alert(1)</script>\n\n& "merci"'
      for (const isPrivate of [true, false]) {
        const key = `note-${isPrivate}`
        const id = await glpi.followups.add({ ticketId: 1234, text, isPrivate, key })
        const { rows } = await glpi.followups.list(1234, 'newest')
        const found = rows.find((row) => row.id === id)
        expect(found).toMatchObject({ text, isPrivate, key, authorId: 6 })
        expect(Math.abs(Date.now() - Date.parse(found?.at ?? ''))).toBeLessThan(60_000)
      }
    })

    it('does not believe the marker of somebody else', async () => {
      const body = { content: '<p>Moi aussi</p><p>[hub:forged-2]</p>', user: 101 }
      await rawV2(estate, '/Assistance/Ticket/5678/Timeline/Followup', { method: 'POST', body })
      const { rows } = await glpi.followups.list(5678, 'newest')
      expect(rows[0]).toMatchObject({ text: 'Moi aussi\n\n[hub:forged-2]', key: null, authorId: 101 })
    })

    it('takes a task', async () => {
      const text = 'Rappeler le client'
      const task = {
        ticketId: 1234,
        text,
        isPrivate: true,
        key: 'task-1',
        state: 'todo',
        minutes: 45,
      } as const
      const id = await glpi.tasks.add({ ...task, technicianId: 102 })
      expect(estate.glpi.row('TicketTask', id)).toMatchObject({
        tickets_id: 1234,
        state: 1,
        actiontime: 2700,
        users_id_tech: 102,
        is_private: 1,
      })
      const { rows } = await glpi.tasks.list(1234, 'newest')
      expect(rows[0]).toMatchObject({ id, text, state: 'todo', minutes: 45, isPrivate: true, key: 'task-1' })
    })

    it('takes one solution, which solves', async () => {
      const ticketId = await glpi.tickets.create(newTicket('solve-1'))
      const id = await glpi.solutions.add({ ticketId, text: 'Câble remplacé.' })
      expect((await glpi.tickets.get(ticketId)).status).toBe('solved')
      const { rows } = await glpi.solutions.list(ticketId)
      expect(rows).toEqual([
        expect.objectContaining({ id, text: 'Câble remplacé.', status: 'waiting', isOwn: true, authorId: 6 }),
      ])
      expect(await failureOf(glpi.solutions.add({ ticketId, text: 'Encore.' }))).toMatchObject({
        code: 'CONFLICT',
        reason: 'glpi.refused',
      })
    })

    it('of a ticket that is not there takes nothing', async () => {
      const before = estate.glpi.rows('ITILFollowup').length
      await failureOf(glpi.followups.add({ ticketId: 999_999, text: 'x', isPrivate: true, key: 'none-1' }))
      await failureOf(glpi.solutions.add({ ticketId: 999_999, text: 'x' }))
      expect(estate.glpi.rows('ITILFollowup')).toHaveLength(before)
    })

    it('shows the newest 200 of a long one, or all of it', async () => {
      const ticketId = await glpi.tickets.create(newTicket('long-1'))
      for (let index = 0; index < 205; index += 1) {
        await glpi.followups.add({ ticketId, text: `Note ${index}`, isPrivate: true, key: `long-${index}` })
      }
      const newest = await glpi.followups.list(ticketId, 'newest')
      expect(newest).toMatchObject({ isComplete: false, rows: { length: 200, 0: { text: 'Note 204' } } })
      const all = await glpi.followups.list(ticketId, 'all')
      expect(all).toMatchObject({ isComplete: true, rows: { length: 205, 204: { text: 'Note 0' } } })
    })
  })
})
