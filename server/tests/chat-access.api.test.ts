import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, request, signIn } from './harness/api-client.ts'
import { resume } from './harness/chat-stream.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

const clock = createMovableClock()
let hub: TestHub
let owner: ApiClient
let other: ApiClient
beforeAll(async () => {
  hub = await startTestHub({ clock, withoutWorkflows: true, env: { CHAT_MONTHLY_TOKENS: '500' } })
  owner = await signIn(hub, 'mmartin')
  other = await signIn(hub, 'khora')
})
afterAll(() => hub?.close())

const nowhere = '00000000-0000-7000-8000-000000000000'
const send = (body: unknown, token = owner.token) =>
  request(hub, '/api/chat/message', { method: 'POST', token, body })
const storedCount = () => hub.db.message.count()

describe('a message that cannot be taken', () => {
  it.each<[string, unknown, number, string, string[]]>([
    ['an unknown mode', { mode: 'poetry', content: 'x' }, 400, 'input.fields', ['mode']],
    ['no mode', { content: 'x' }, 400, 'input.fields', ['mode']],
    ['an unknown field', { mode: 'flash', content: 'x', model: 'gpt' }, 400, 'input.fields', ['model']],
    ['empty content', { mode: 'flash', content: '  \n ' }, 400, 'input.fields', ['content']],
    ['content that is no text', { mode: 'flash', content: { a: 1 } }, 400, 'input.fields', ['content']],
    ['content too long', { mode: 'flash', content: 'x'.repeat(16_001) }, 400, 'input.fields', ['content']],
    ['half an emoji', { mode: 'flash', content: 'x\ud83d' }, 400, 'input.fields', ['content']],
    [
      'a conversation id that is none',
      { mode: 'flash', content: 'x', conversationId: '7' },
      400,
      'input.fields',
      ['conversationId'],
    ],
    [
      'an unknown conversation',
      { mode: 'flash', content: 'x', conversationId: nowhere },
      404,
      'chat.conversation',
      [],
    ],
    ['a list', [], 400, 'input.fields', ['body']],
    ['JSON that is none', '{"mode": "flash", ', 400, 'body.json', []],
    ['a text in quotes', '"x"', 400, 'body.json', []],
    ['a megabyte', { mode: 'flash', content: 'x'.repeat(1_000_000) }, 413, 'body.too_large', ['body']],
    ['a deep body', `${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}`, 400, 'input.fields', ['a']],
  ])('has %s', async (_name, body, status, reason, fields) => {
    const before = await storedCount()
    const answer = await send(body)
    expect(answer).toMatchObject({ status, body: { error: { reason, message: expect.any(String) } } })
    const error = answer.body.error as { fields?: { path: string }[]; requestId: string }
    expect(error.requestId).toBe(answer.headers.get('x-request-id'))
    for (const field of fields) expect(error.fields?.map(({ path }) => path)).toContain(field)
    expect(await storedCount()).toBe(before)
  })

  it('comes without a session', async () => {
    expect((await send({ mode: 'flash', content: 'x' }, 'nonsense')).status).toBe(401)
  })
})

describe('the conversation of somebody else', () => {
  it('looks like none, whatever is asked of it', async () => {
    await owner.ask({ content: 'bonjour', mode: 'flash' })
    const answer = await hub.db.message.findFirstOrThrow({ where: { role: 'assistant' } })
    const path = `/api/chat/conversations/${answer.conversationId}`
    const message = `/api/chat/messages/${answer.id}`
    const tries = [
      () => other.get(path),
      () => other.get(`${path}/messages`),
      () => other.send('PATCH', path, { title: 'mine' }),
      () => other.send('DELETE', path),
      () => other.get(`${message}/stream`),
      () => other.send('POST', `${message}/stop`),
      () => send({ mode: 'flash', content: 'x', conversationId: answer.conversationId }, other.token),
    ]
    for (const attempt of tries) expect((await attempt()).status).toBe(404)
    const ids = (page: { items?: unknown }) => (page.items as { id: string }[]).map(({ id }) => id)
    expect(ids((await other.get('/api/chat/conversations')).body)).not.toContain(answer.conversationId)
    expect((await owner.get(path)).body).toMatchObject({ id: answer.conversationId, title: 'bonjour' })
  })
})

describe('own conversations', () => {
  it('are renamed, pinned and deleted', async () => {
    const created = await owner.send('POST', '/api/chat/conversations', { mode: 'code' })
    expect(created).toMatchObject({ status: 201, body: { mode: 'code', pinned: false } })
    const path = `/api/chat/conversations/${created.body.id}`
    const changed = await owner.send('PATCH', path, { title: ' Renommée ', pinned: true })
    expect(changed).toMatchObject({ status: 200, body: { title: 'Renommée', pinned: true } })
    expect(await owner.send('PATCH', path, {})).toMatchObject({ status: 200, body: { title: 'Renommée' } })
    expect((await owner.send('PATCH', path, { mode: 'flash' })).status).toBe(400)
    expect((await owner.send('DELETE', path)).status).toBe(204)
    for (const gone of [await owner.get(path), await owner.send('DELETE', path)])
      expect(gone.status).toBe(404)
  })

  it('come in pages, each once, newest first', async () => {
    for (let n = 0; n < 5; n += 1) await other.send('POST', '/api/chat/conversations', { title: `c${n}` })
    const titles: string[] = []
    let cursor: string | null = null
    do {
      const query = `limit=2${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`
      const { body } = await other.get(`/api/chat/conversations?${query}`)
      titles.push(...(body.items as { title: string }[]).map(({ title }) => title))
      cursor = body.nextCursor as string | null
    } while (cursor)
    expect(titles).toEqual(['c4', 'c3', 'c2', 'c1', 'c0'])
  })

  it('keep their place in the list while time passes', async () => {
    const first = await other.send('POST', '/api/chat/conversations', { title: 'kept' })
    clock.forward(3_600_000)
    await other.send('POST', '/api/chat/conversations', { title: 'later' })
    const { body } = await other.get('/api/chat/conversations?limit=2')
    expect(body.items).toMatchObject([{ title: 'later' }, { id: first.body.id }])
    const [later] = body.items as { createdAt: string }[]
    expect(new Date(later?.createdAt ?? 0).getTime()).toBeGreaterThan(Date.now() + 3_000_000)
  })

  it.each([
    'limit=0',
    'limit=101',
    'limit=x',
    'cursor=nonsense',
    'cursor=2026-01-01T00:00:00Z_7',
    `cursor=${'9'.repeat(300)}`,
  ])('are not listed by %s', async (query) => {
    const answer = await owner.get(`/api/chat/conversations?${query}`)
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'VALIDATION' } } })
    expect(JSON.stringify(answer.body)).toMatch(/"path":"(limit|cursor)"/)
  })
})

describe('limits', () => {
  it('end the questions of a user whose tokens are spent, until the month is over', async () => {
    await owner.ask({ content: 'bonjour', mode: 'flash' })
    await hub.db.tokenMonth.updateMany({ data: { tokens: 500 } })
    const answer = await send({ mode: 'flash', content: 'encore' })
    expect(answer).toMatchObject({ status: 429, body: { error: { reason: 'limit.tokens' } } })
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await owner.get('/api/chat/tokens')).body).toMatchObject({ used: 500, quota: 500 })
    expect((await send({ mode: 'flash', content: 'x' }, other.token)).status).toBe(200)
  })

  it('let thirty messages a minute through', async () => {
    const { token } = await signIn(hub, 'slegrand')
    for (let n = 0; n < 30; n += 1) expect((await send({ mode: 'none' }, token)).status).toBe(400)
    const answer = await send({ mode: 'flash', content: 'x' }, token)
    expect(answer).toMatchObject({ status: 429, body: { error: { reason: 'limit.chat' } } })
    expect(Number(answer.headers.get('retry-after'))).toBeLessThanOrEqual(60)
    expect((await send({ mode: 'none' }, other.token)).status).toBe(400)
  })
})

it('does not know the answer of nobody', async () => {
  expect((await resume(hub.url, owner, { messageId: nowhere })).status).toBe(404)
  expect((await resume(hub.url, owner, { messageId: 'x' })).status).toBe(400)
  expect((await owner.send('POST', `/api/chat/messages/${nowhere}/stop`)).status).toBe(404)
})
