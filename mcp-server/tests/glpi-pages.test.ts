import { afterEach, describe, expect, it } from 'vitest'
import { createGlpiClient, type GlpiClient } from '../src/systems/glpi/index.ts'
import { failureOf } from './expect-failure.ts'
import { type LyingServer, sendJson, startLyingServer } from './lying-server.ts'

let server: LyingServer
let glpi: GlpiClient
afterEach(() => server.close())

interface Asked {
  path: string
  /** First and last row that are asked for. */
  start: number
  end: number
  /** How many calls of this path came before. */
  turn: number
  session: string
}
type Answer = { data: unknown; status?: number; range?: string } | undefined

/** A GLPI that opens sessions and answers everything else as `answer` says; undefined is "not found". */
async function glpiAnswering(answer: (asked: Asked) => Answer): Promise<string[]> {
  const opened: string[] = []
  const turns = new Map<string, number>()
  server = await startLyingServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://glpi.example')
    if (url.pathname === '/initSession') {
      opened.push('session')
      return sendJson(response, { session_token: `abc${opened.length}` })
    }
    if (url.pathname === '/changeActiveEntities') return sendJson(response, true)
    if (url.pathname === '/getFullSession') return sendJson(response, { session: { glpiID: '6' } })
    const [start = 0, end = 0] = (url.searchParams.get('range') ?? '').split('-').map(Number)
    const turn = turns.get(url.pathname) ?? 0
    turns.set(url.pathname, turn + 1)
    const given = answer({
      path: url.pathname,
      start,
      end,
      turn,
      session: String(request.headers['session-token']),
    })
    const { data, status, range } = given ?? { data: ['ERROR_ITEM_NOT_FOUND', ''], status: 404 }
    if (range !== undefined) response.setHeader('Content-Range', range)
    sendJson(response, data, status)
  })
  glpi = createGlpiClient({ url: server.url, userToken: 'u', timeoutMs: 2_000 })
  return opened
}

const followup = (id: number) => ({
  id: String(id),
  users_id: '6',
  content: `&#60;p&#62;Note ${id}&#60;/p&#62;`,
  is_private: '1',
  date: '2026-01-12 09:30:00',
  date_creation: null,
})
const rangeExceeded = { data: ['ERROR_RANGE_EXCEED_TOTAL', 'trop loin'], status: 400 }
/** Rows `start` to `end` of a list of `total` with the newest, highest id first. */
const page = ({ start, end }: Asked, total: number) =>
  Array.from({ length: Math.max(0, Math.min(end, total - 1) - start + 1) }, (_, index) =>
    followup(total - start - index),
  )

describe('a list in pages', () => {
  it('is read to its end, also by numbers as texts', async () => {
    await glpiAnswering((asked) => ({
      data: page(asked, 450),
      status: 206,
      range: `${asked.start}-${Math.min(asked.end, 449)}/450`,
    }))
    const { rows, isComplete } = await glpi.followups.list(5, 'all')
    expect(rows.map(({ id }) => id)).toEqual(Array.from({ length: 450 }, (_, index) => 450 - index))
    expect(rows[0]).toMatchObject({ text: 'Note 450', authorId: 6, isPrivate: true, key: null })
    expect(isComplete).toBe(true)
    expect(await glpi.followups.list(5, 'newest')).toMatchObject({ isComplete: false })
  })

  it('keeps each row once when one is added meanwhile', async () => {
    await glpiAnswering((asked) => {
      const total = 300 + asked.turn
      return { data: page(asked, total), status: 206, range: `${asked.start}-${asked.end}/${total}` }
    })
    const ids = (await glpi.followups.list(5, 'all')).rows.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(Math.min(...ids)).toBe(1)
  })

  it('ends when rows are taken away meanwhile', async () => {
    await glpiAnswering((asked) =>
      asked.turn === 0 ? { data: page(asked, 400), status: 206, range: '0-199/400' } : rangeExceeded,
    )
    expect((await glpi.followups.list(5, 'all')).rows).toHaveLength(200)
  })

  it('ends when GLPI promises more than it gives', async () => {
    await glpiAnswering((asked) => ({
      data: asked.turn === 0 ? page(asked, 200) : [],
      status: 206,
      range: '0-199/9000',
    }))
    expect((await glpi.followups.list(5, 'all')).rows).toHaveLength(200)
  })

  it('is empty without a range', async () => {
    await glpiAnswering(() => ({ data: [] }))
    expect(await glpi.followups.list(5, 'all')).toEqual({ rows: [], isComplete: true })
  })
})

describe('a search in pages', () => {
  const contact = (id: number) => ({ 2: String(id), 1: 'Roux', 11: 'Ève', 6: `c${id}@acme.example` })
  const entity = {
    id: 7,
    name: 'ACME',
    completename: 'Root > ACME',
    town: null,
    phonenumber: null,
    email: '',
  }

  it('is read to its end and stops where there is nothing more', async () => {
    await glpiAnswering(({ path, start, end, turn }) => {
      if (path === '/Entity/7') return { data: entity }
      if (turn === 2) return rangeExceeded
      const data = Array.from({ length: end - start + 1 }, (_, index) => contact(start + index))
      return { data: { totalcount: 900, count: data.length, data }, status: 206 }
    })
    expect(await glpi.entities.contacts(7)).toHaveLength(400)
  })

  it('takes rows by number, and none at all', async () => {
    await glpiAnswering(({ path, turn }) => {
      if (path === '/Entity/7') return { data: entity }
      return turn === 0
        ? { data: { totalcount: 1, count: 1, data: { 12: contact(12) } } }
        : { data: { totalcount: 0, count: 0, 'content-range': '0--1/0' } }
    })
    expect(await glpi.entities.contacts(7)).toEqual([{ name: 'Ève Roux', address: 'c12@acme.example' }])
    expect(await glpi.entities.contacts(7)).toEqual([])
  })

  it('reads cells of every form', async () => {
    const row = {
      1: 'R&#38;D &#60;urgent&#62;',
      2: '12',
      3: '6',
      4: ['101', 'x@y.example', null],
      5: [],
      7: null,
      8: ['Root > N1', 'N2'],
      12: '4',
      15: '2026-07-12 09:30:00',
      19: '',
      80: 'Root > ACME > Lyon',
    }
    await glpiAnswering(() => ({ data: { totalcount: 1, data: [row, { 1: 'sans numéro' }] }, status: 206 }))
    const { tickets } = await glpi.tickets.search({ sort: 'opened', limit: 5 })
    expect(tickets).toEqual([
      {
        id: 12,
        title: 'R&D <urgent>',
        status: 'pending',
        priority: 6,
        category: null,
        clientName: 'ACME > Lyon',
        actors: [
          { role: 'requester', kind: 'user', id: 101, name: null, email: null },
          { role: 'requester', kind: 'user', id: null, name: null, email: 'x@y.example' },
          { role: 'assigned', kind: 'group', id: null, name: 'Root > N1', email: null },
          { role: 'assigned', kind: 'group', id: null, name: 'N2', email: null },
        ],
        openedAt: '2026-07-12T07:30:00.000Z',
        updatedAt: null,
      },
    ])
  })
})

it('opens one session for all who learn between two pages that theirs ended', async () => {
  const opened = await glpiAnswering((asked) =>
    asked.start === 200 && asked.session === 'abc1'
      ? { data: ['ERROR_SESSION_TOKEN_INVALID', ''], status: 401 }
      : { data: page(asked, 300), status: 206, range: `${asked.start}-${asked.end}/300` },
  )
  const lists = await Promise.all([1, 2, 3, 4, 5, 6].map((id) => glpi.followups.list(id, 'all')))
  expect(lists.map(({ rows }) => rows.length)).toEqual(Array(6).fill(300))
  expect(opened).toHaveLength(2)
})

describe('a write that is done in part', () => {
  it('is no definite refusal', async () => {
    await glpiAnswering(() => ({
      data: [
        'ERROR_GLPI_PARTIAL_UPDATE',
        [
          { 5: true, message: '' },
          { 6: false, message: 'non' },
        ],
      ],
      status: 207,
    }))
    const error = await failureOf(glpi.tickets.update(5, { urgency: 4 }))
    expect(error).toMatchObject({ code: 'UPSTREAM_FAILED', reason: 'glpi.done_partly' })
  })

  it.each([
    ['ERROR_GLPI_UPDATE', 400, 'CONFLICT', 'glpi.refused'],
    ['ERROR_RIGHT_MISSING', 403, 'FORBIDDEN', 'glpi.forbidden'],
    ['ERROR_ITEM_NOT_FOUND', 404, 'NOT_FOUND', 'glpi.ticket_not_found'],
  ])('%s is one', async (code, status, expected, reason) => {
    await glpiAnswering(() => ({ data: [code, null], status }))
    expect(await failureOf(glpi.tickets.update(5, { urgency: 4 }))).toMatchObject({ code: expected, reason })
  })
})
