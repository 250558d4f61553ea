import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { failureOf } from './expect-failure.ts'
import { context, type GlpiBench, openGlpiBench } from './glpi-setup.ts'

const seeded = 5_200
const clientId = 37
let bench: GlpiBench

/** The local time of the demo GLPI (Europe/Paris in winter), as it stores it. */
const local = (at: number) => new Date(at + 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
const firstDay = Date.UTC(2024, 0, 8, 8)

beforeAll(async () => {
  bench = await openGlpiBench({ timeoutMs: 20_000 })
  const { glpi } = bench.estate
  const sample = glpi.row('Ticket', 1234)
  for (let index = 0; index < seeded; index += 1) {
    const date = local(firstDay + index * 600_000)
    const { id } = glpi.insert('Ticket', {
      ...sample,
      id: null,
      entities_id: index % 2 === 0 ? clientId : 36,
      name: `Numériseur ${index} en panne`,
      content: index % 10 === 0 ? '<p>Le bac &#38;amp; le rouleau sont usés</p>' : '<p>Rien ne sort</p>',
      status: (index % 6) + 1,
      priority: (index % 5) + 1,
      itilcategories_id: 40 + (index % 2),
      date,
      date_mod: date,
      users_id_recipient: 101,
    })
    glpi.insert('Ticket_User', { tickets_id: id, users_id: 101 + (index % 3), type: 1, use_notification: 1 })
    if (index % 4 === 0) {
      glpi.insert('Ticket_User', { tickets_id: id, users_id: 6, type: 2, use_notification: 1 })
      glpi.insert('Group_Ticket', { tickets_id: id, groups_id: 3, type: 2 })
    }
  }
})
afterAll(() => bench.close())

const search = async (input: Record<string, unknown>) =>
  (await bench.run('glpi_search_tickets', input)).data as {
    total: number
    tickets: { ticketId: number; title: string; openedAt: string; priority: number; technicians: string[] }[]
  }

describe('among thousands of tickets', () => {
  it.each([
    [{ text: 'numeriseur panne' }, seeded],
    [{ text: 'numeriseur rouleau' }, seeded / 10],
    [{ client: 'Domaine de la Source', text: 'numeriseur' }, seeded / 2],
    [{ text: 'numeriseur', status: 'open' }, 3_468],
    [{ text: 'numeriseur', status: 'done' }, 1_732],
    [{ text: 'numeriseur', status: 'pending' }, 867],
    [{ text: 'numeriseur', requester: 'jean.dupont' }, 1_734],
    [{ text: 'numeriseur', technician: 'api-hub' }, seeded / 4],
    [{ text: 'numeriseur', group: 'applications', technician: 'api-hub' }, seeded / 4],
    [{ text: 'numeriseur', openedSince: '2024-01-08', openedUntil: '2024-01-08' }, 90],
    [{ text: 'numeriseur', openedSince: '2024-01-08T08:10:00Z', openedUntil: '2024-01-08T08:20:00Z' }, 2],
    [{ text: 'null numeriseur' }, 0],
  ])('%j', async (input, total) => {
    expect((await search(input)).total).toBe(total)
  })

  it('lists the newest first, no more than asked for, with names', async () => {
    const { data, summary } = await bench.run('glpi_search_tickets', {
      text: 'numeriseur',
      technician: 'api-hub',
      limit: 3,
    })
    expect(data.tickets).toMatchObject([
      {
        title: 'Numériseur 5196 en panne',
        clientName: 'Domaine de la Source',
        requesters: ['Jean Dupont'],
        technicians: ['Assistant Hub'],
        groups: ['Applications'],
        openedAt: new Date(firstDay + 5_196 * 600_000).toISOString(),
      },
      { title: 'Numériseur 5192 en panne' },
      { title: 'Numériseur 5188 en panne' },
    ])
    expect(summary.en).toBe('1300 tickets, the first 3 are listed.')
  })

  it('sorts by priority', async () => {
    const { tickets } = await search({ text: 'numeriseur', sort: 'priority', limit: 50 })
    expect(new Set(tickets.map(({ priority }) => priority))).toEqual(new Set([5]))
  })

  it.each([
    [{ client: 'Introuvable' }, 'glpi.client_not_found'],
    [{ client: 'Clinique' }, 'glpi.client_ambiguous'],
    [{ category: 'zzz' }, 'glpi.category_not_found'],
    [{ technician: 'personne.nulle' }, 'glpi.person_not_found'],
    [{ group: 'zzz' }, 'glpi.group_not_found'],
  ])('refuses a name that means nothing: %j', async (input, reason) => {
    expect(await failureOf(search(input))).toMatchObject({ reason })
  })

  it('says which names could not be read', async () => {
    bench.estate.glpi.failNext({ kind: 'html', status: 500, path: 'getMultipleItems' })
    const { data } = await bench.run('glpi_search_tickets', { client: 'Pharmacie du Canal', limit: 50 })
    expect(data.missing).toEqual(['names'])
    expect(data.total).toBeGreaterThan(0)
  })
})

describe('recent tickets', () => {
  it('are those of the last day, or of the time asked for', async () => {
    const opened = Date.parse('2026-03-02T10:00:00Z')
    for (const hours of [1, 5, 30]) {
      bench.estate.glpi.insert('Ticket', {
        ...bench.estate.glpi.row('Ticket', 1234),
        id: null,
        name: `Il y a ${hours} h`,
        entities_id: 22,
        date: local(opened - hours * 3_600_000),
      })
    }
    const ctx = context({ now: new Date(opened) })
    const client = 'Pharmacie de la Comédie'
    const titles = async (input: Record<string, unknown>) => {
      const { data } = await bench.run('glpi_list_recent_tickets', { client, ...input }, ctx)
      return (data.tickets as { title: string }[])
        .map(({ title }) => title)
        .filter((title) => title.startsWith('Il y a'))
    }
    expect(await titles({})).toEqual(['Il y a 1 h', 'Il y a 5 h'])
    expect(await titles({ hours: 2 })).toEqual(['Il y a 1 h'])
    expect(await titles({ days: 1, hours: 8 })).toEqual(['Il y a 1 h', 'Il y a 5 h', 'Il y a 30 h'])
  })
})

describe('assets and contacts of a client', () => {
  it('counts every type, those of the houses below too', async () => {
    const { data, summary } = await bench.run('glpi_list_client_assets', { client: "Les Genêts d'Or" })
    expect(data.totals).toEqual([
      { type: 'computer', total: 9 },
      { type: 'monitor', total: 8 },
      { type: 'network', total: 4 },
      { type: 'printer', total: 2 },
      { type: 'phone', total: 5 },
      { type: 'peripheral', total: 3 },
    ])
    expect(summary.fr).toBe("Association Les Genêts d'Or : 31 équipements dans GLPI.")
    const owners = (data.assets as { clientName: string }[]).map(({ clientName }) => clientName)
    expect(new Set(owners)).toContain("Association Les Genêts d'Or > Foyer Les Genêts")
  })

  it('lists one type, and says what could not be read', async () => {
    bench.estate.glpi.failNext({ kind: 'html', status: 500, path: 'search/Printer' })
    const all = await bench.run('glpi_list_client_assets', { client: 'Clinique Saint-Jean', limit: 2 })
    expect(all.data.missing).toEqual(['printer'])
    const one = await bench.run('glpi_list_client_assets', { client: '42', type: 'computer', limit: 2 })
    expect(one.data).toMatchObject({
      clientName: 'Clinique Saint-Jean',
      totals: [{ type: 'computer', total: 24 }],
      assets: [{ name: 'PC-CLIN-STJEAN-001' }, { name: 'PC-CLIN-STJEAN-002' }],
    })
  })
})
