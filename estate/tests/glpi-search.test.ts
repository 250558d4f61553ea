import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openGlpi, type TestGlpi } from './glpi-client.ts'

let glpi: TestGlpi
beforeAll(async () => {
  glpi = await openGlpi()
})
afterAll(() => glpi.estate.close())

interface Found {
  totalcount: number
  count: number
  data?: Record<string, unknown>[]
  'content-range': string
}

async function search(itemtype: string, query: string) {
  const answer = await glpi.get(`/search/${itemtype}?${query}`)
  return { status: answer.status, found: answer.body as Found, error: answer.body as unknown[] }
}

const criterion = (index: number, [field, searchtype, value]: [number, string, string], link = 'AND') =>
  `criteria[${index}][link]=${encodeURIComponent(link)}&criteria[${index}][field]=${field}&criteria[${index}][searchtype]=${searchtype}&criteria[${index}][value]=${encodeURIComponent(value)}`

describe('the search engine', () => {
  it('leaves out data when nothing matches', async () => {
    const { status, found } = await search('Ticket', criterion(0, [1, 'contains', 'introuvable-xyz']))
    expect(status).toBe(200)
    expect(found).toMatchObject({ totalcount: 0, count: 0, 'content-range': '0--1/0' })
    expect(found).not.toHaveProperty('data')
  })

  it('answers 206 even on the last page', async () => {
    const { found } = await search('Ticket', `${criterion(0, [12, 'equals', 'notold'])}&range=0-9`)
    const last = found.totalcount - 1
    const page = await search('Ticket', `${criterion(0, [12, 'equals', 'notold'])}&range=${last}-${last + 9}`)
    expect([page.status, page.found.count]).toEqual([206, 1])
    const past = await search(
      'Ticket',
      `${criterion(0, [12, 'equals', 'notold'])}&range=${last + 2}-${last + 9}`,
    )
    expect([past.status, past.error[0]]).toEqual([400, 'ERROR_RANGE_EXCEED_TOTAL'])
  })

  it('shows people as ids in text, one or several, and status as a number', async () => {
    await glpi.send('POST', '/Ticket_User', { input: { tickets_id: 1234, users_id: 102, type: 1 } })
    const { found } = await search(
      'Ticket',
      `${criterion(0, [2, 'equals', '1234'])}&forcedisplay[0]=4&forcedisplay[1]=12&forcedisplay[2]=5`,
    )
    expect(found.data?.[0]).toMatchObject({
      '1': 'Reset MDP - Jean Dupont',
      '2': 1234,
      '4': ['101', '102'],
      '5': null,
      '12': 1,
    })
  })

  it('knows the pseudo values of the status', async () => {
    const total = async (value: string) =>
      (await search('Ticket', criterion(0, [12, 'equals', value]))).found.totalcount
    const [notold, old, all, process, notclosed] = await Promise.all(
      ['notold', 'old', 'all', 'process', 'notclosed'].map(total),
    )
    expect(Number(notold) + Number(old)).toBe(all)
    expect(Number(process)).toBeLessThan(Number(notold))
    expect(Number(notclosed)).toBeGreaterThan(Number(notold))
  })

  it('combines links and groups as SQL does', async () => {
    const title = (word: string) => criterion(0, [1, 'contains', word])
    const group =
      'criteria[1][link]=AND&criteria[1][criteria][0][field]=80&criteria[1][criteria][0][searchtype]=equals&criteria[1][criteria][0][value]=11&criteria[1][criteria][1][link]=OR&criteria[1][criteria][1][field]=80&criteria[1][criteria][1][searchtype]=equals&criteria[1][criteria][1][value]=42'
    const both = await search('Ticket', `${title('mdp')}&${group}`)
    const names = both.found.data?.map((row) => row['80'])
    expect(new Set(names)).toEqual(
      new Set(
        ['WIDIP > EHPAD Les Jardins', 'WIDIP > Clinique Saint-Jean'].filter((name) => names?.includes(name)),
      ),
    )
    expect(names).toContain('WIDIP > EHPAD Les Jardins')
    const all = await search('Ticket', title('mdp'))
    const without = await search('Ticket', `${title('mdp')}&${criterion(1, [80, 'equals', '11'], 'AND NOT')}`)
    const within = await search('Ticket', `${title('mdp')}&${criterion(1, [80, 'equals', '11'])}`)
    expect(without.found.totalcount + within.found.totalcount).toBe(all.found.totalcount)
  })

  it('finds below a tree node, by anchors, without accents or case', async () => {
    const accounts = await search('Ticket', criterion(0, [7, 'under', '1']))
    const exact = await search('Ticket', criterion(0, [7, 'equals', '2']))
    expect(accounts.found.totalcount).toBeGreaterThan(exact.found.totalcount)
    const client = await search(
      'Entity',
      `${criterion(0, [14, 'contains', '^clinique saint-jean$'])}&forcedisplay[0]=2&forcedisplay[1]=20`,
    )
    expect(client.found.data).toEqual([
      expect.objectContaining({ '2': 42, '20': 'clinique-saint-jean.example' }),
    ])
    const town = await search('Entity', `${criterion(0, [11, 'contains', 'beziers'])}&forcedisplay[0]=2`)
    expect(town.found.data?.map((row) => row['2'])).toContain(12)
  })

  it('compares dates, also relative ones, and sorts by option id', async () => {
    const recent = await search('Ticket', `${criterion(0, [15, 'morethan', '-1DAY'])}&sort=15&order=DESC`)
    expect(recent.found.data?.[0]).toMatchObject({ '2': 5678 })
    const empty = await search('Ticket', `${criterion(0, [17, 'contains', 'NULL'])}&range=0-0`)
    const open = await search('Ticket', `${criterion(0, [12, 'equals', 'notold'])}&range=0-0`)
    expect(empty.found.totalcount).toBe(open.found.totalcount)
  })

  it('finds people by mail address', async () => {
    const { found } = await search(
      'User',
      `${criterion(0, [5, 'contains', '^jean.dupont@ehpad-les-jardins.example$'])}&forcedisplay[0]=2&forcedisplay[1]=34`,
    )
    expect(found.data).toEqual([expect.objectContaining({ '1': 'jean.dupont', '2': 101, '34': 'Dupont' })])
  })

  it('refuses unknown fields and operators', async () => {
    for (const bad of [criterion(0, [9999, 'equals', 'x']), criterion(0, [1, 'sounds', 'x'])]) {
      const { status, error } = await search('Ticket', bad)
      expect([status, error[0]]).toEqual([400, 'ERROR'])
    }
    expect((await search('Ticket', 'sort=date_mod')).status).toBe(400)
  })

  it('describes its options', async () => {
    const { body } = await glpi.get('/listSearchOptions/Ticket')
    expect(body).toMatchObject({
      common: expect.any(String),
      12: { table: 'glpi_tickets', field: 'status' },
      80: {
        table: 'glpi_entities',
        field: 'completename',
        available_searchtypes: expect.arrayContaining(['under']),
      },
    })
  })
})
