import { type Approval, ApprovalPage } from '@hub/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, request, signIn } from './harness/api-client.ts'
import { actorOf, askReset, callTool } from './harness/call-tool.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

let hub: TestHub
let reader: ApiClient
beforeAll(async () => {
  hub = await startTestHub({ withoutWorkflows: true })
  reader = await signIn(hub, 'jdupont')
})
afterAll(() => hub?.close())

const ask = (login: string, ticketId?: number) =>
  askReset(hub, { login, by: 'mmartin', reader, ...(ticketId ? { ticketId } : {}) })
const reject = ({ approvalId, digest }: Approval) =>
  reader.send('POST', `/api/safeguard/${approvalId}/reject`, { digest, reason: 'not needed' })
const page = async (query: string) => ApprovalPage.parse((await reader.get(`/api/safeguard/${query}`)).body)
const idsOf = ({ items }: ApprovalPage) => items.map(({ approvalId }) => approvalId)

describe('the queue', () => {
  it('has the request that ends first on top, and a deferred one where it belongs', async () => {
    const first = await ask('sofia.rodriguez')
    const second = await ask('josiane.bertrand')
    const urgent = await ask('adm-pmoreau')
    expect(idsOf(await page('pending'))).toEqual([urgent, first, second].map((one) => one.approvalId))
    const until = new Date(Date.now() + 3_600_000).toISOString()
    const { approvalId, digest } = first
    await reader.send('POST', `/api/safeguard/${approvalId}/defer`, { digest, until })
    expect(idsOf(await page('pending'))).toEqual([urgent, second, first].map((one) => one.approvalId))
    for (const one of [first, second]) await reject(one)
    expect(idsOf(await page('pending'))).toEqual([urgent.approvalId])
  })

  it('is for N1 and above', async () => {
    const { get } = await signIn(hub, 'lecture')
    for (const path of ['pending', 'history', 'APR-2026-000001'])
      expect((await get(`/api/safeguard/${path}`)).status).toBe(403)
  })
})

describe('the history', () => {
  const made: Approval[] = []
  beforeAll(async () => {
    for (const login of ['jean.dupont', 'marie.martin', 'thomas.nguyen', 'camille.renard', 'valerie.blanc'])
      made.push(await ask(login, login === 'jean.dupont' ? 1234 : undefined))
    for (const one of made.slice(0, 4)) await reject(one)
    const last = made[4]
    if (!last) throw new Error('no request')
    await (await signIn(hub, 'mmartin')).send('POST', `/api/safeguard/${last.approvalId}/cancel`, {
      digest: last.digest,
    })
    const close = {
      name: 'glpi_close_ticket',
      arguments: { ticketId: 5678, solution: 'Imprimante remplacée' },
    }
    await callTool(hub, { actor: await actorOf(hub, 'mmartin'), locale: 'fr' }, close)
    const [closing] = (await page('pending')).items.filter(({ toolName }) => toolName === 'glpi_close_ticket')
    if (!closing) throw new Error('no request to close')
    await reject(closing)
    made.push(closing)
  })
  const idOf = (n: number) => made[n]?.approvalId

  it('comes in pages, newest first, each once', async () => {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const got: ApprovalPage = await page(`history?limit=3${cursor ? `&cursor=${cursor}` : ''}`)
      seen.push(...idsOf(got))
      cursor = got.nextCursor
    } while (cursor)
    expect(seen).toEqual(seen.toSorted().reverse())
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.slice(0, 6)).toEqual(made.map(({ approvalId }) => approvalId).reverse())
    expect(seen).toHaveLength(8)
  })

  it('is filtered by state and tool', async () => {
    expect(idsOf(await page('history?state=cancelled'))).toEqual([idOf(4)])
    expect(idsOf(await page('history?tool=glpi_close_ticket'))).toEqual([idOf(5)])
    expect(idsOf(await page('history?tool=glpi_close_ticket&state=executed'))).toEqual([])
    expect(idsOf(await page('history?tool=glpi_close_ticket&level=L3'))).toEqual([idOf(5)])
    expect(idsOf(await page('history?level=L4'))).toEqual([])
    const [before, after] = ['2020-01-01T00:00:00Z', '2100-01-01T00:00:00Z']
    expect(idsOf(await page(`history?state=cancelled&from=${before}&to=${after}`))).toEqual([idOf(4)])
    expect(idsOf(await page(`history?to=${before}`))).toEqual([])
    expect(idsOf(await page(`history?from=${after}`))).toEqual([])
  })

  it.each([
    ['the target', 'JEAN.DUP', 0],
    ['the client', 'ehpad les jard', 0],
    ['the sentence in French', 'clore', 5],
    ['the sentence in English', 'close ticket', 5],
  ])('finds %s', async (_name, q, n) => {
    expect(idsOf(await page(`history?q=${encodeURIComponent(q)}`))).toContain(idOf(n))
  })

  it('finds an id, and nothing by words that are nowhere or by wildcards', async () => {
    expect(idsOf(await page(`history?q=${idOf(2)}`))).toEqual([idOf(2)])
    for (const q of ['zzzz', '%', '_____', "'; DROP TABLE approvals; --"])
      expect(idsOf(await page(`history?q=${encodeURIComponent(q)}`))).toEqual([])
  })

  it.each([
    'state=pending',
    'state=nice',
    'limit=0',
    'limit=1000',
    'cursor=x',
    'cursor=-1',
    'cursor=99999999999',
    `q=${'x'.repeat(201)}`,
    'q=%00',
  ])('refuses %s, naming it', async (query) => {
    const answer = await reader.get(`/api/safeguard/history?${query}`)
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'VALIDATION' } } })
    expect(answer.body.error).toMatchObject({ fields: [{ path: query.split('=')[0] }] })
  })
})

describe('what is not there', () => {
  it.each([
    ['/api/safeguard/APR-2026-999999', 404],
    ['/api/safeguard/nonsense', 400],
    ['/api/knowledge/documents/00000000-0000-7000-8000-000000000000', 404],
    ['/api/knowledge/documents/nonsense', 400],
    ['/api/nothing', 404],
    ['/api/', 404],
    ['/api/auth/nothing', 404],
    ['/nothing', 404],
    ['/api/safeguard/%E0%A4%A', 400],
  ])('%s is said in JSON', async (path, status) => {
    const answer = await reader.get(path)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
    expect(answer.body).toMatchObject({
      error: { message: expect.any(String), requestId: expect.any(String) },
    })
    expect(JSON.stringify(answer.body)).not.toMatch(/<|node_modules|at Object/)
  })

  it('is said in the language of the reader', async () => {
    const inLanguage = async (language: string) =>
      (await request(hub, '/api/nothing', { headers: { 'accept-language': language } })).body
    expect(await inLanguage('en-GB')).toMatchObject({
      error: { message: 'There is nothing at this address.' },
    })
    expect(await inLanguage('fr')).toMatchObject({ error: { message: expect.stringMatching(/adresse/) } })
    const unknown = await reader.get('/api/safeguard/APR-2026-999999')
    expect(unknown.body).toMatchObject({ error: { message: expect.stringMatching(/^Il n’y a pas|existe/) } })
  })
})
