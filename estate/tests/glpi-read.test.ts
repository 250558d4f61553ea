import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openGlpi, type TestGlpi } from './glpi-client.ts'

let glpi: TestGlpi
beforeAll(async () => {
  glpi = await openGlpi()
})
afterAll(() => glpi.estate.close())

describe('one item', () => {
  it('comes with sanitised content unless plain text is asked for', async () => {
    const stored = await glpi.get('/ticket/1234')
    expect(stored.body).toMatchObject({
      id: 1234,
      entities_id: 11,
      content: expect.stringMatching(/^&#60;p&#62;Bonjour/),
    })
    const plain = await glpi.get('/Ticket/1234', { 'X-GLPI-Sanitized-Content': 'false' })
    expect(plain.body).toMatchObject({ content: expect.stringMatching(/^<p>Bonjour/) })
  })

  it('expands dropdowns or adds their names', async () => {
    const expanded = await glpi.get('/Ticket/1234?expand_dropdowns=true&get_hateoas=false')
    expect(expanded.body).toMatchObject({
      entities_id: 'WIDIP > EHPAD Les Jardins',
      itilcategories_id: 'Comptes et accès > Réinitialisation de mot de passe',
      users_id_recipient: 'Dupont Jean',
    })
    expect(expanded.body).not.toHaveProperty('links')
    const named = await glpi.get('/Ticket/1234?add_keys_names[]=entities_id')
    expect(named.body).toMatchObject({
      entities_id: 11,
      _keys_names: { entities_id: 'WIDIP > EHPAD Les Jardins' },
    })
    expect(named.body).toHaveProperty('links')
  })

  it('keeps actors in sub-items', async () => {
    const actors = await glpi.get('/Ticket/1234/Ticket_User')
    expect(actors.body).toMatchObject([{ tickets_id: 1234, type: 1 }])
    const [requester] = actors.body as { users_id: number }[]
    const user = await glpi.get(`/User/${requester?.users_id}`)
    expect(user.body).toMatchObject({ name: 'jean.dupont', realname: 'Dupont', firstname: 'Jean' })
    const followups = await glpi.get('/Ticket/5678/ITILFollowup')
    expect(followups.body).toHaveLength(2)
  })

  it('reads several items in order or fails whole', async () => {
    const query = (id: number) =>
      `/getMultipleItems?items[0][itemtype]=Entity&items[0][items_id]=42&items[1][itemtype]=Ticket&items[1][items_id]=${id}`
    expect((await glpi.get(query(1234))).body).toMatchObject([{ name: 'Clinique Saint-Jean' }, { id: 1234 }])
    expect((await glpi.get(query(999_999))).status).toBe(404)
  })
})

describe('a list', () => {
  it('answers 206 with its range, 200 when everything fits', async () => {
    const page = await glpi.get('/Ticket?range=0-19&sort=date_mod&order=DESC')
    expect(page.status).toBe(206)
    expect(page.headers.get('content-range')).toMatch(/^0-19\/3\d\d$/)
    expect(page.headers.get('accept-range')).toBe('Ticket 990')
    expect((page.body as { id: number }[])[0]?.id).toBe(5678)
    const all = await glpi.get('/Group')
    expect([all.status, all.headers.get('content-range')]).toEqual([200, '0-3/4'])
  })

  it('refuses a start past the total, but not one equal to it', async () => {
    expect((await glpi.get('/Group?range=4-9')).body).toEqual([])
    const past = await glpi.get('/Group?range=5-9')
    expect([past.status, (past.body as string[])[0]]).toEqual([400, 'ERROR_RANGE_EXCEED_TOTAL'])
    expect((await glpi.get('/Group?range=nonsense')).status).toBe(400)
  })

  it('has no Content-Range when nothing exists', async () => {
    const none = await glpi.get('/Ticket/1234/ITILSolution')
    expect([none.status, none.body, none.headers.get('content-range')]).toEqual([200, [], null])
  })

  it('filters by searchText and names unknown columns', async () => {
    const found = await glpi.get('/NetworkEquipment?searchText[name]=^SWITCH-MUSIC')
    expect(found.body).toMatchObject([{ name: 'SWITCH-MUSIC-001', entities_id: 12 }])
    expect(((await glpi.get('/Ticket?searchText[nope]=x')).body as string[])[0]).toBe('ERROR_FIELD_NOT_FOUND')
    expect((await glpi.get('/Ticket?sort=nope')).status).toBe(400)
  })
})

describe('the demo world', () => {
  it('has the help desk it promises', () => {
    const { rows } = glpi.estate.glpi
    const tickets = rows('Ticket')
    const resolved = tickets.filter((ticket) => Number(ticket.status) >= 5)
    expect(resolved.length).toBeGreaterThan(290)
    expect(tickets.length - resolved.length).toBeGreaterThan(30)
    expect(rows('ITILSolution')).toHaveLength(resolved.length)
    expect(rows('Entity').length).toBeGreaterThan(29)
    const texts = [...tickets, ...rows('ITILFollowup'), ...rows('ITILSolution')].map((row) =>
      String(row.content),
    )
    expect(texts.filter((text) => /[{}]|undefined|null/.test(text))).toEqual([])
  })

  it('opens tickets on weekdays and never in the future', () => {
    const now = new Date().toISOString()
    for (const ticket of glpi.estate.glpi.rows('Ticket').filter(({ id }) => id < 1234)) {
      const weekday = new Date(String(ticket.date).slice(0, 10)).getUTCDay()
      expect([0, 6]).not.toContain(weekday)
      expect(String(ticket.solvedate ?? ticket.date) < now.replace('T', ' ')).toBe(true)
    }
  })

  it('knows the equipment of the clients under the names of the supervision', () => {
    const assets = glpi.estate.glpi.rows('NetworkEquipment').map((asset) => asset.name)
    const devices = glpi.estate.observium.rows('devices').map((device) => device.hostname)
    expect(assets).toEqual(devices)
    expect(devices).toEqual(
      expect.arrayContaining(['SWITCH-CLIN-STJEAN', 'SWITCH-MUSIC-001', 'SWITCH-CLIN-002']),
    )
  })
})
