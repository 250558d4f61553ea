import { randomUUID } from 'node:crypto'
import { ChatUsage } from '@hub/contracts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type ApiClient, parseEvents, signIn } from './harness/api-client.ts'
import { askOpen, textOf } from './harness/chat-stream.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

let hub: TestHub
let user: ApiClient
let other: ApiClient
let chief: ApiClient
beforeAll(async () => {
  hub = await startTestHub({ model: 'ollama', withoutWorkflows: true })
  user = await signIn(hub, 'mmartin')
  other = await signIn(hub, 'jdupont')
  chief = await signIn(hub, 'khora')
})
afterAll(() => hub?.close())
beforeEach(() => hub.estate.ollama.control.reset())

const usageOf = async (client: ApiClient, query = '') =>
  ChatUsage.parse((await client.get(`/api/chat/usage${query}`)).body)
const idOf = async (login: string) => (await hub.db.user.findUniqueOrThrow({ where: { login } })).id
const answer = (usage: { promptTokens: number; completionTokens: number } | null) =>
  hub.estate.ollama.control.reply({ parts: [{ text: 'Une réponse.' }], usage })

describe('usage', () => {
  it('is summed by day, mode and model, with the part that is estimated', async () => {
    answer({ promptTokens: 100, completionTokens: 10 })
    await user.ask({ content: 'un', mode: 'flash' })
    answer({ promptTokens: 50, completionTokens: 5 })
    await user.ask({ content: 'deux', mode: 'flash' })
    answer(null)
    await user.ask({ content: 'trois', mode: 'code' })
    const { items, total, month } = await usageOf(user)
    const day = new Date().toISOString().slice(0, 10)
    const flash = { day, mode: 'flash', provider: 'ollama', model: 'qwen3:8b', answers: 2 }
    expect(items.find(({ mode }) => mode === 'flash')).toMatchObject({
      ...flash,
      promptTokens: 150,
      completionTokens: 15,
      estimatedTokens: 0,
    })
    const code = items.find(({ mode }) => mode === 'code')
    expect(code).toMatchObject({ answers: 1, estimatedAnswers: 1 })
    expect(code?.estimatedTokens).toBe((code?.promptTokens ?? 0) + (code?.completionTokens ?? 0))
    expect(total.answers).toBe(3)
    expect(month).toMatchObject({ used: total.promptTokens + total.completionTokens, estimated: true })
    expect((await usageOf(user, '?from=2020-01-01&to=2020-02-01')).items).toEqual([])
  })

  it('of others is for N4, one by one or all together', async () => {
    const query = `?userId=${await idOf('mmartin')}`
    expect((await other.get(`/api/chat/usage${query}`)).status).toBe(403)
    expect((await other.get('/api/chat/usage?userId=all')).status).toBe(403)
    expect((await usageOf(chief, query)).items).toEqual((await usageOf(user)).items)
    await other.ask({ content: 'bonjour', mode: 'flash' })
    const { items, month } = await usageOf(chief, '?userId=all')
    expect(new Set(items.map(({ displayName }) => displayName)).size).toBe(2)
    expect(month).toBeNull()
  })

  it.each(['from=2026-02-01&to=2026-01-01', 'from=2020-01-01&to=2026-01-01', 'from=x', 'userId=me'])(
    'is not told for %s',
    async (query) => {
      expect((await user.get(`/api/chat/usage?${query}`)).status).toBe(400)
    },
  )
})

describe('a quota', () => {
  it('may be a person’s own', async () => {
    const { used } = (await usageOf(user)).month ?? { used: 0 }
    const id = await idOf('mmartin')
    await hub.db.user.update({ where: { id }, data: { monthlyTokens: used } })
    const refused = await user.send('POST', '/api/chat/message', { mode: 'flash', content: 'x' })
    expect(refused).toMatchObject({ status: 429, body: { error: { reason: 'limit.tokens' } } })
    expect((await user.get('/api/chat/tokens')).body).toMatchObject({ used, quota: used })
    await hub.db.user.update({ where: { id }, data: { monthlyTokens: used + 1 } })
    const events = await user.ask({ content: 'x', mode: 'flash' })
    expect(events.find(({ type }) => type === 'usage')).toMatchObject({ quota: { limit: used + 1 } })
    await hub.db.user.update({ where: { id }, data: { monthlyTokens: null } })
  })

  it('does not refuse a question that was answered before it was spent', async () => {
    const id = await idOf('mmartin')
    const question = { mode: 'flash', content: 'une fois', requestKey: randomUUID() }
    const first = parseEvents(String((await user.send('POST', '/api/chat/message', question)).body.text))
    await hub.db.user.update({ where: { id }, data: { monthlyTokens: 1 } })
    const again = await user.send('POST', '/api/chat/message', question)
    expect(again.status).toBe(200)
    expect(parseEvents(String(again.body.text))).toEqual(first)
    await hub.db.user.update({ where: { id }, data: { monthlyTokens: null } })
  })

  it('ends an answer before its next turn, with what was found so far', async () => {
    const id = await idOf('jdupont')
    const { used } = (await usageOf(other)).month ?? { used: 0 }
    await hub.db.user.update({ where: { id }, data: { monthlyTokens: used + 100 } })
    const calls = [{ name: 'glpi_get_ticket_details', arguments: { ticketId: 1234 } }]
    const usage = { promptTokens: 90, completionTokens: 20 }
    hub.estate.ollama.control.reply({ parts: [{ calls }], usage })
    const events = await other.ask({ content: 'Où en est le ticket 1234 ?' })
    expect(events.at(-1)).toMatchObject({ status: 'interrupted', finishReason: 'token_limit' })
    expect(textOf(events)).toMatch(/Ce que les outils ont trouvé.*Votre quota du mois est épuisé/s)
    const asked = hub.estate.ollama.control.requests.filter(({ endpoint }) => endpoint === 'chat')
    expect(asked).toHaveLength(1)
    await hub.db.user.update({ where: { id }, data: { monthlyTokens: null } })
  })

  it('is not passed by many answers at once: a fourth one of a person has to wait', async () => {
    hub.estate.ollama.control.respondWith(() => ({
      parts: [{ text: 'Lentement' }, { text: '.', stallMs: 4_000 }],
    }))
    const open = () => askOpen(hub, chief, { content: 'x', mode: 'flash' })
    const streams = await Promise.all([open(), open(), open(), open(), open()])
    expect(streams.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 429, 429])
    const refused = await chief.send('POST', '/api/chat/message', { mode: 'flash', content: 'x' })
    expect(refused).toMatchObject({ status: 429, body: { error: { reason: 'limit.answers' } } })
    expect((await user.ask({ content: 'x', mode: 'flash' })).at(-1)).toMatchObject({ status: 'complete' })
    for (const stream of streams) if (stream.status === 200) await stream.rest()
    expect((await chief.ask({ content: 'x', mode: 'flash' })).at(-1)).toMatchObject({ status: 'complete' })
  }, 30_000)

  it('costs the same to check however much was asked before', async () => {
    const plan = await hub.db.$queryRaw<{ 'QUERY PLAN': string }[]>`
      EXPLAIN SELECT t.tokens FROM users u
      LEFT JOIN token_months t ON t.user_id = u.id AND t.month = '2026-11-01'::date
      WHERE u.id = '01900000-0000-7000-8000-000000000000'::uuid`
    const text = plan.map((row) => row['QUERY PLAN']).join('\n')
    expect(text).toContain('token_months')
    expect(text).not.toContain('messages')
  })
})
