import { randomUUID } from 'node:crypto'
import { ConversationExport, ConversationPage } from '@hub/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, signIn } from './harness/api-client.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

let hub: TestHub
let user: ApiClient
let other: ApiClient
let reader: ApiClient
beforeAll(async () => {
  hub = await startTestHub({ withoutWorkflows: true })
  user = await signIn(hub, 'mmartin')
  other = await signIn(hub, 'khora')
  reader = await signIn(hub, 'lecture')
})
afterAll(() => hub?.close())

async function create(client: ApiClient, title: string, texts: string[] = []): Promise<string> {
  const { body } = await client.send('POST', '/api/chat/conversations', { title })
  const conversationId = String(body.id)
  for (const content of texts)
    await hub.db.message.create({
      data: { conversationId, role: 'assistant', mode: 'flash', content, status: 'complete' },
    })
  return conversationId
}
async function list(client: ApiClient, query: Record<string, string> = {}) {
  const answer = await client.get(`/api/chat/conversations?${new URLSearchParams(query)}`)
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return ConversationPage.parse(answer.body)
}
const titlesOf = (page: ConversationPage) => page.items.map(({ title }) => title)
const patch = (id: string, change: unknown, client = reader) =>
  client.send('PATCH', `/api/chat/conversations/${id}`, change)

describe('the list', () => {
  it('has pinned ones first, page by page, and the archived ones apart', async () => {
    const ids: string[] = []
    for (const title of ['a', 'b', 'c', 'd', 'e']) ids.push(await create(reader, title))
    await patch(String(ids[0]), { pinned: true })
    await patch(String(ids[2]), { pinned: true })
    expect((await patch(String(ids[3]), { archived: true })).body).toMatchObject({ archived: true })
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page = await list(reader, { limit: '1', ...(cursor ? { cursor } : {}) })
      seen.push(...titlesOf(page))
      cursor = page.nextCursor
    } while (cursor)
    expect(seen).toEqual(['c', 'a', 'e', 'b'])
    expect(titlesOf(await list(reader, { archived: 'true' }))).toEqual(['d'])
    expect(titlesOf(await list(reader, { archived: 'any' }))).toEqual(['c', 'a', 'e', 'd', 'b'])
    expect((await patch(String(ids[3]), { archived: false })).body).toMatchObject({ archived: false })
    expect(titlesOf(await list(reader))).toContain('d')
  })

  it('takes an archived one back when it goes on', async () => {
    const id = await create(reader, 'archive')
    await patch(id, { archived: true })
    await reader.ask({ content: 'bonjour', mode: 'flash', conversationId: id })
    expect((await reader.get(`/api/chat/conversations/${id}`)).body).toMatchObject({ archived: false })
  })

  it.each([
    [{ archived: 'maybe' }, 'archived'],
    [{ q: 'x' }, 'q'],
    [{ q: 'x'.repeat(201) }, 'q'],
    [{ cursor: '1_yesterday_x' }, 'cursor'],
    [{ q: 'mot', cursor: `2_${new Date().toISOString()}_${randomUUID()}` }, 'cursor'],
  ])('is not asked with %o', async (query, field) => {
    const answer = await user.get(`/api/chat/conversations?${new URLSearchParams(query)}`)
    expect(answer).toMatchObject({ status: 400, body: { error: { fields: [{ path: field }] } } })
  })

  it('keeps no title of a size that hurts', async () => {
    const id = await create(user, 'x')
    for (const title of ['', '   ', 'x'.repeat(121), 'x'.repeat(100_000)])
      expect(await patch(id, { title }, user)).toMatchObject({
        status: 400,
        body: { error: { fields: [{ path: 'title' }] } },
      })
  })
})

describe('a search', () => {
  beforeAll(async () => {
    await create(user, 'Réseau de l’EHPAD', ['Rien à dire'])
    await create(user, 'Autre', [
      'Le commutateur a une DÉFAILLANCE électrique sur le port 12',
      `Début ${'blabla '.repeat(60)} défaillance du bloc, encore ${'suite '.repeat(60)}`,
    ])
    await create(user, 'Signes', ['remise de 100% sur C:\\temp_dir', 'remise de 100 euros'])
    await create(other, 'Secret', ['défaillance confidentielle'])
    const gone = await create(user, 'Supprimée', ['défaillance supprimée'])
    await user.send('DELETE', `/api/chat/conversations/${gone}`)
  })

  it('finds titles and messages, accents and capitals aside, of the reader only', async () => {
    expect(titlesOf(await list(user, { q: 'reseau ehpad' }))).toEqual(['Réseau de l’EHPAD'])
    const page = await list(user, { q: 'DEFAILLANCE' })
    expect(titlesOf(page)).toEqual(['Autre'])
    const [found] = page.items
    expect(found?.match?.snippet).toMatch(/^….{1,80}défaillance du bloc.+…$/)
    const hit = await hub.db.message.findUniqueOrThrow({ where: { id: String(found?.match?.messageId) } })
    expect(hit.content).toMatch(/^Début/)
    expect((await list(user, { q: 'reseau' })).items[0]?.match).toMatchObject({ messageId: null })
    const decomposed = 'défaillance'.normalize('NFD')
    expect(titlesOf(await list(user, { q: decomposed }))).toEqual(['Autre'])
  })

  it('wants every word, in one message', async () => {
    expect(titlesOf(await list(user, { q: 'electrique port' }))).toEqual(['Autre'])
    expect(titlesOf(await list(user, { q: 'electrique bloc' }))).toEqual([])
  })

  it('reads signs as they are', async () => {
    expect((await list(user, { q: '100%' })).items[0]?.match?.snippet).toContain('100%')
    expect((await list(user, { q: 'c:\\temp_dir' })).items).toHaveLength(1)
    expect((await list(user, { q: 'tempXdir' })).items).toHaveLength(0)
    expect((await list(user, { q: '%%' })).items).toHaveLength(0)
  })

  it('pages like the list, archived ones too unless told', async () => {
    const ids = [
      await create(user, 'page un', []),
      await create(user, 'page deux', []),
      await create(user, 'page trois', []),
    ]
    await patch(String(ids[0]), { archived: true, pinned: true }, user)
    const first = await list(user, { q: 'page', limit: '2' })
    const second = await list(user, { q: 'page', limit: '2', cursor: String(first.nextCursor) })
    expect([...titlesOf(first), ...titlesOf(second)]).toEqual(['page un', 'page trois', 'page deux'])
    expect(titlesOf(await list(user, { q: 'page', archived: 'false' }))).toEqual(['page trois', 'page deux'])
  })
})

describe('an export', () => {
  const exported = (id: string, format: string, client = user) =>
    client.get(`/api/chat/conversations/${id}/export?format=${format}`)

  it('holds the branch that is shown, in the reader’s language', async () => {
    const { body } = await user.send('POST', '/api/chat/conversations', {
      title: '../État <b>du</b> "réseau" ☃',
    })
    const id = String(body.id)
    await user.ask({ content: 'état du SWITCH-CLIN-STJEAN', conversationId: id })
    await user.send('POST', '/api/chat/message', { mode: 'flash', content: 'abandonnée', conversationId: id })
    const first = await hub.db.message.findFirstOrThrow({
      where: { conversationId: id, content: 'abandonnée' },
    })
    await user.send('PUT', `/api/chat/conversations/${id}/leaf`, { messageId: first.id })
    await user.send('POST', '/api/chat/message', {
      mode: 'flash',
      content: 'bonjour',
      conversationId: id,
      parentId: first.parentId,
    })
    const markdown = await exported(id, 'markdown')
    const day = new Date().toISOString().slice(0, 10)
    expect(markdown.headers.get('content-disposition')).toBe(
      `attachment; filename=wibot-etat-b-du-b-reseau-${day}.md`,
    )
    expect(markdown.headers.get('content-type')).toMatch(/^text\/markdown/)
    const text = String(markdown.body.text)
    expect(text).toMatch(/^# \.\.\/État \\<b\\>du\\<\/b\\> "réseau" ☃\n\nExporté par /)
    expect(text).toContain('Lecture de l’état de SWITCH-CLIN-STJEAN (L0, réussi)')
    expect(text).toContain('WIBOT - Assistant - builtin')
    expect(text).toContain('bonjour')
    expect(text).not.toContain('abandonnée')
    const json = await exported(id, 'json')
    const read = ConversationExport.parse(json.body)
    expect(read).toMatchObject({ complete: true, conversation: { id } })
    expect(read.messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user', 'assistant'])
    expect(read.messages[1]?.toolCalls[0]).toMatchObject({
      tool: 'observium_get_device_status',
      status: 'ok',
    })
  })

  it('is nobody else’s, and in known formats', async () => {
    const id = await create(user, 'mine', ['x'])
    expect((await exported(id, 'markdown', other)).status).toBe(404)
    expect(await exported(id, 'exe')).toMatchObject({
      status: 400,
      body: { error: { fields: [{ path: 'format' }] } },
    })
    const empty = await create(user, '!!!')
    expect((await exported(empty, 'json')).headers.get('content-disposition')).toMatch(
      /=wibot-\d{4}-\d\d-\d\d\.json$/,
    )
  })
})
