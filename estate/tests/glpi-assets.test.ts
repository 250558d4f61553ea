import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openGlpi, type TestGlpi } from './glpi-client.ts'

let glpi: TestGlpi
beforeAll(async () => {
  glpi = await openGlpi()
})
afterAll(() => glpi.estate.close())

const under = (itemtype: string, entity: number, more = '') =>
  glpi.get(
    `/search/${itemtype}?criteria[0][field]=80&criteria[0][searchtype]=under&criteria[0][value]=${entity}&forcedisplay[0]=2${more}`,
  )

describe('what clients own', () => {
  it.each(['Computer', 'Monitor', 'NetworkEquipment', 'Printer', 'Phone', 'Peripheral'])(
    'is searched by entity, model and serial: %s',
    async (itemtype) => {
      const { body, status } = await under(itemtype, 42, '&forcedisplay[1]=40&forcedisplay[2]=5&range=0-0')
      expect(status).toBe(206)
      const [row] = Reflect.get(Object(body), 'data') as Record<string, unknown>[]
      expect(row).toMatchObject({ 40: expect.any(String), 5: expect.stringMatching(/^[A-Z0-9]{8,}$/) })
    },
  )

  it('is counted with the houses below a client', async () => {
    const total = async (entity: number) =>
      Number(Reflect.get(Object((await under('Computer', entity)).body), 'totalcount'))
    const [whole, house, other] = await Promise.all([total(29), total(201), total(202)])
    expect(whole).toBe(9)
    expect(house + other).toBeLessThan(whole)
    expect(house).toBeGreaterThan(0)
  })
})

describe('contacts', () => {
  it('all have an address that no mail can reach', async () => {
    const contacts = glpi.estate.glpi.rows('Contact')
    expect(contacts.length).toBeGreaterThan(30)
    for (const { email } of contacts) expect(email).toMatch(/^[a-z0-9.-]+@[a-z0-9-]+\.example$/)
    const { body } = await under('Contact', 42, '&forcedisplay[1]=6&forcedisplay[2]=11')
    expect(Reflect.get(Object(body), 'totalcount')).toBe(3)
  })
})

describe('those assigned', () => {
  const link = (table: string, id: number) => glpi.send('DELETE', `/${table}/${id}`, {})

  it('leave the ticket new when the last one goes', async () => {
    const add = async (table: string, who: Record<string, number>) =>
      Number(
        Reflect.get(
          Object(
            (await glpi.send('POST', `/${table}/`, { input: { tickets_id: 1234, type: 2, ...who } })).body,
          ),
          'id',
        ),
      )
    const status = () => glpi.estate.glpi.row('Ticket', 1234)?.status
    const [user, group] = [
      await add('Ticket_User', { users_id: 6 }),
      await add('Group_Ticket', { groups_id: 1 }),
    ]
    expect(status()).toBe(2)
    expect((await link('Ticket_User', user)).body).toEqual([{ [user]: true, message: '' }])
    expect(status()).toBe(2)
    await link('Group_Ticket', group)
    expect(status()).toBe(1)
  })

  it('leave a solved ticket solved', async () => {
    const solved = glpi.estate.glpi.rows('Ticket', { status: 5 })[0]
    const ticketId = Number(solved?.id)
    for (const table of ['Ticket_User', 'Group_Ticket'] as const) {
      for (const row of glpi.estate.glpi.rows(table, { tickets_id: ticketId, type: 2 }))
        await link(table, row.id)
    }
    expect(glpi.estate.glpi.row('Ticket', ticketId)?.status).toBe(5)
  })
})

describe('priority', () => {
  it('stands when it is sent, else it follows urgency and impact', async () => {
    const put = (input: unknown) => glpi.send('PUT', '/Ticket/5678', { input })
    await put({ urgency: 5, priority: 2 })
    expect(glpi.estate.glpi.row('Ticket', 5678)).toMatchObject({ urgency: 5, priority: 2 })
    await put({ urgency: 5 })
    expect(glpi.estate.glpi.row('Ticket', 5678)?.priority).toBe(4)
  })
})
