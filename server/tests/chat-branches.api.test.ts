import { randomUUID } from 'node:crypto'
import { type ChatMessage, ChatMessagePage, Conversation, type StreamEvent } from '@hub/contracts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type ApiClient, parseEvents, request, signIn } from './harness/api-client.ts'
import { askOpen, openStream } from './harness/chat-stream.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

let hub: TestHub
let user: ApiClient
let other: ApiClient
beforeAll(async () => {
  hub = await startTestHub({
    withoutWorkflows: true,
    model: 'ollama',
    env: { CHAT_MONTHLY_TOKENS: '90000000' },
  })
  user = await signIn(hub, 'mmartin')
  other = await signIn(hub, 'khora')
})
afterAll(() => hub?.close())
beforeEach(() => hub.estate.ollama.control.reset())

const nowhere = '00000000-0000-7000-8000-000000000000'
const say = (...texts: string[]) =>
  hub.estate.ollama.control.reply(...texts.map((text) => ({ parts: [{ text }] })))
const promptOf = () => {
  const body = hub.estate.ollama.control.requests.at(-1)?.body as {
    messages: { role: string; content: string }[]
  }
  return body.messages.filter(({ role }) => role !== 'system').map(({ content }) => content)
}
const path = (id: string) => `/api/chat/conversations/${id}`

async function send(input: Record<string, unknown>, client = user): Promise<StreamEvent[]> {
  const answer = await client.send('POST', '/api/chat/message', { mode: 'code', ...input })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return parseEvents(String(answer.body.text))
}
async function messages(id: string, query = ''): Promise<ChatMessage[]> {
  const page = await user.get(`${path(id)}/messages${query}`)
  return ChatMessagePage.parse(page.body).items
}
const textsOf = (rows: ChatMessage[]) => rows.map(({ content }) => content)

/** A stored conversation of questions and answers: `q1`, `a1`, `q2`, `a2`. */
async function talk(turns = 2): Promise<{ id: string; rows: ChatMessage[] }> {
  const id = String((await user.send('POST', '/api/chat/conversations', { title: 'q1' })).body.id)
  for (let turn = 1; turn <= turns; turn += 1)
    for (const role of ['user', 'assistant'])
      await hub.db.message.create({
        data: {
          conversationId: id,
          role,
          mode: 'code',
          content: `${role === 'user' ? 'q' : 'a'}${turn}`,
          status: 'complete',
        },
      })
  return { id, rows: await messages(id) }
}
const at = (rows: ChatMessage[], index: number): ChatMessage => {
  const row = rows.at(index)
  if (!row) throw new Error(`no message ${index}`)
  return row
}

describe('an edited question', () => {
  it('is a sibling of the first one, and the history follows its own branch', async () => {
    const { id, rows } = await talk()
    say('a2 bis')
    await send({ conversationId: id, content: 'q2 bis', parentId: at(rows, 2).parentId })
    expect(promptOf()).toEqual(['q1', 'a1', 'q2 bis'])
    const edited = await messages(id)
    expect(textsOf(edited)).toEqual(['q1', 'a1', 'q2 bis', 'a2 bis'])
    expect(at(edited, 2)).toMatchObject({
      parentId: at(rows, 1).id,
      siblings: { index: 1, count: 2, previousId: at(rows, 2).id, nextId: null },
    })
    expect(at(edited, 0).siblings).toEqual({ index: 0, count: 1, previousId: null, nextId: null })
  })

  it('can be the first one', async () => {
    const { id, rows } = await talk()
    say('autre')
    await send({ conversationId: id, content: 'q1 bis', parentId: null })
    expect(promptOf()).toEqual(['q1 bis'])
    const edited = await messages(id)
    expect(textsOf(edited)).toEqual(['q1 bis', 'autre'])
    expect(at(edited, 0)).toMatchObject({
      parentId: null,
      siblings: { index: 1, count: 2, previousId: at(rows, 0).id },
    })
  })

  it('may have the same text: that is a retry', async () => {
    const { id, rows } = await talk(1)
    say('encore')
    await send({ conversationId: id, content: 'q1', parentId: null })
    expect(textsOf(await messages(id))).toEqual(['q1', 'encore'])
    expect(await hub.db.message.count({ where: { conversationId: id } })).toBe(4)
    expect(at(await messages(id), 0).siblings.previousId).toBe(at(rows, 0).id)
  })

  it('follows a message of its own conversation only', async () => {
    const [mine, elsewhere] = [await talk(1), await talk(1)]
    const theirs = await send({ content: 'x' }, other)
    const [start] = theirs
    const foreign = start?.type === 'start' ? start.messageId : ''
    for (const parentId of [at(elsewhere.rows, 1).id, foreign, nowhere]) {
      const input = { mode: 'code', content: 'x', conversationId: mine.id, parentId }
      const answer = await user.send('POST', '/api/chat/message', input)
      expect(answer).toMatchObject({
        status: 404,
        body: { error: { reason: 'chat.message', fields: [{ path: 'parentId' }] } },
      })
    }
    const alone = { mode: 'code', content: 'x', parentId: at(mine.rows, 1).id }
    expect(await user.send('POST', '/api/chat/message', alone)).toMatchObject({
      status: 400,
      body: { error: { fields: [{ path: 'conversationId' }] } },
    })
    expect(await messages(mine.id)).toHaveLength(2)
  })
})

describe('another answer', () => {
  it('is a sibling of the first one, in another mode', async () => {
    const { id, rows } = await talk()
    say('a1 bis')
    const answer = await user.send('POST', `/api/chat/messages/${at(rows, 1).id}/regenerate`, {
      mode: 'redaction',
    })
    const [start] = parseEvents(String(answer.body.text))
    expect(start).toMatchObject({
      type: 'start',
      conversationId: id,
      userMessageId: at(rows, 0).id,
      mode: 'redaction',
    })
    expect(promptOf()).toEqual(['q1'])
    const shown = await messages(id)
    expect(textsOf(shown)).toEqual(['q1', 'a1 bis'])
    expect(at(shown, 1)).toMatchObject({
      mode: 'redaction',
      siblings: { index: 1, count: 2, previousId: at(rows, 1).id },
    })
    say('a1 ter')
    await user.send('POST', `/api/chat/messages/${at(rows, 0).id}/regenerate`, {})
    expect(at(await messages(id), 1)).toMatchObject({ content: 'a1 ter', siblings: { index: 2, count: 3 } })
  })

  it('is not written for somebody else, nor in an unknown mode', async () => {
    const { rows } = await talk(1)
    const route = `/api/chat/messages/${at(rows, 1).id}/regenerate`
    expect((await other.send('POST', route, {})).status).toBe(404)
    expect(await user.send('POST', route, { mode: 'poetry' })).toMatchObject({
      status: 400,
      body: { error: { fields: [{ path: 'mode' }] } },
    })
    expect((await user.send('POST', `/api/chat/messages/${nowhere}/regenerate`, {})).status).toBe(404)
  })
})

describe('the branch that is shown', () => {
  it('is chosen by any of its messages, and goes on from its newest end', async () => {
    const { id, rows } = await talk()
    await send({ conversationId: id, content: 'q1 bis', parentId: null })
    const back = await user.send('PUT', `${path(id)}/leaf`, { messageId: at(rows, 0).id })
    expect(back).toMatchObject({ status: 200, body: { id, leafId: at(rows, 3).id } })
    expect(textsOf(await messages(id))).toEqual(['q1', 'a1', 'q2', 'a2'])
    say('a3')
    await send({ conversationId: id, content: 'q3' })
    expect(promptOf()).toEqual(['q1', 'a1', 'q2', 'a2', 'q3'])
  })

  it('comes in pages, although another one is shown meanwhile', async () => {
    const { id, rows } = await talk(3)
    const first = ChatMessagePage.parse((await user.get(`${path(id)}/messages?limit=2`)).body)
    await send({ conversationId: id, content: 'q1 bis', parentId: null })
    const second = await messages(id, `?limit=3&cursor=${first.nextCursor}`)
    expect([...second, ...first.items].map((row) => row.id)).toEqual(rows.slice(1).map((row) => row.id))
  })

  it('is not chosen by a message of another conversation', async () => {
    const [one, two] = [await talk(1), await talk(1)]
    const wrong = { messageId: at(two.rows, 0).id }
    expect((await user.send('PUT', `${path(one.id)}/leaf`, wrong)).status).toBe(404)
    expect((await other.send('PUT', `${path(two.id)}/leaf`, wrong)).status).toBe(404)
    const cursor = (await hub.db.message.findUniqueOrThrow({ where: { id: at(two.rows, 1).id } })).rank
    expect(await user.get(`${path(one.id)}/messages?cursor=${cursor}`)).toMatchObject({
      status: 400,
      body: { error: { fields: [{ path: 'cursor' }] } },
    })
  })
})

describe('a branch of a conversation', () => {
  it('shares what comes before, without copies, and outlives it', async () => {
    const { id, rows } = await talk(3)
    const made = await user.send('POST', `/api/chat/messages/${at(rows, 3).id}/branch`, {})
    const branch = Conversation.parse(made.body)
    expect(made.status).toBe(201)
    expect(branch).toMatchObject({
      title: 'q1 (suite)',
      leafId: at(rows, 3).id,
      branchedFrom: { conversationId: id, messageId: at(rows, 3).id },
    })
    expect(textsOf(await messages(branch.id))).toEqual(['q1', 'a1', 'q2', 'a2'])
    say('b3')
    await send({ conversationId: branch.id, content: 'r3' })
    expect(promptOf()).toEqual(['q1', 'a1', 'q2', 'a2', 'r3'])
    expect(await hub.db.message.count({ where: { conversationId: branch.id } })).toBe(2)
    expect((await user.send('DELETE', path(id))).status).toBe(204)
    const shown = await messages(branch.id)
    expect(textsOf(shown)).toEqual(['q1', 'a1', 'q2', 'a2', 'r3', 'b3'])
    expect(shown.every(({ siblings }) => siblings.count === 1)).toBe(true)
    expect((await user.get(path(id))).status).toBe(404)
    const again = await user.send('POST', `/api/chat/messages/${at(rows, 1).id}/regenerate`, {
      conversationId: branch.id,
    })
    expect(again.status).toBe(200)
    expect(textsOf(await messages(branch.id)).slice(0, 1)).toEqual(['q1'])
    expect(at(await messages(branch.id), 1)).toMatchObject({
      conversationId: branch.id,
      siblings: { index: 1, count: 2, previousId: at(rows, 1).id },
    })
    const back = await user.send('PUT', `${path(branch.id)}/leaf`, { messageId: at(rows, 1).id })
    expect(back.status).toBe(200)
    expect(textsOf(await messages(branch.id))).toEqual(['q1', 'a1', 'q2', 'a2', 'r3', 'b3'])
  })

  it('does not show what the first one says after it', async () => {
    const { rows } = await talk(2)
    const made = await user.send('POST', `/api/chat/messages/${at(rows, 1).id}/branch`, { title: 'À part' })
    const branch = Conversation.parse(made.body)
    expect(branch.title).toBe('À part')
    const later = { messageId: at(rows, 3).id }
    expect((await user.send('PUT', `${path(branch.id)}/leaf`, later)).status).toBe(404)
    await send({ conversationId: branch.id, content: 'r1' })
    expect(at(await messages(branch.id), 2).siblings.count).toBe(1)
  })

  it('is branched in turn', async () => {
    const { rows } = await talk(2)
    const one = await user.send('POST', `/api/chat/messages/${at(rows, 1).id}/branch`, {})
    say('s2')
    await send({ conversationId: one.body.id, content: 'r2' })
    const inner = await messages(String(one.body.id))
    const two = Conversation.parse(
      (await user.send('POST', `/api/chat/messages/${at(inner, 3).id}/branch`, {})).body,
    )
    expect(two.title).toBe('q1 (suite)')
    expect(textsOf(await messages(two.id))).toEqual(['q1', 'a1', 'r2', 's2'])
    await send({ conversationId: two.id, content: 'q1 bis', parentId: null })
    expect(at(await messages(two.id), 0).siblings).toMatchObject({
      index: 1,
      count: 2,
      previousId: at(rows, 0).id,
    })
  })

  it('is made of nobody else’s message, nor of one being written', async () => {
    const { rows, id } = await talk(1)
    expect((await other.send('POST', `/api/chat/messages/${at(rows, 1).id}/branch`, {})).status).toBe(404)
    hub.estate.ollama.control.reply({ parts: [{ text: 'x', stallMs: 800 }] })
    const stream = await askOpen(hub, user, { content: 'q', mode: 'code', conversationId: id })
    const start = await stream.until(({ type }) => type === 'start')
    const messageId = start?.type === 'start' ? start.messageId : ''
    const early = await user.send('POST', `/api/chat/messages/${messageId}/branch`, {})
    expect(early).toMatchObject({ status: 409, body: { error: { reason: 'chat.busy' } } })
    await stream.rest()
  })
})

describe('two tabs', () => {
  beforeAll(async () => {
    user = await signIn(hub, 'slegrand')
  })

  it('that edit the same question at once make two siblings, one after the other', async () => {
    const { id, rows } = await talk(1)
    const input = (content: string) => ({ mode: 'code', content, conversationId: id, parentId: null })
    hub.estate.ollama.control.reply({ parts: [{ text: 'lent', stallMs: 500 }] })
    const answers = await Promise.all(
      ['un', 'deux'].map((content) => user.send('POST', '/api/chat/message', input(content))),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await user.send('POST', '/api/chat/message', input('trois'))).toMatchObject({ status: 200 })
    expect(at(await messages(id), 0).siblings).toMatchObject({ index: 2, count: 3 })
    const firsts = await hub.db.message.findMany({ where: { conversationId: id, parentId: null } })
    expect(firsts.map((row) => row.id)).toContain(at(rows, 0).id)
    expect(firsts).toHaveLength(3)
  })

  it('that send the same question store it once, and both get its answer', async () => {
    say('une fois')
    const body = { mode: 'code', content: 'double', requestKey: randomUUID() }
    const ask = () => openStream(hub.url, { path: '/api/chat/message', token: user.token, body })
    const streams = await Promise.all([ask(), ask(), ask()])
    const all = await Promise.all(streams.map((stream) => stream.rest()))
    const ids = all.map(([first]) => (first?.event.type === 'start' ? first.event.messageId : ''))
    expect(new Set(ids).size).toBe(1)
    expect(await hub.db.message.count({ where: { content: 'double' } })).toBe(1)
    const late = await (await ask()).rest()
    expect(late.at(-1)?.event).toMatchObject({ type: 'done', messageId: ids[0], status: 'complete' })
    const stolen = await request(hub, '/api/chat/message', { method: 'POST', token: other.token, body })
    expect(stolen).toMatchObject({ status: 409, body: { error: { reason: 'chat.request_key' } } })
  })
})

describe('a deleted conversation', () => {
  it('comes back whole', async () => {
    const { id, rows } = await talk(1)
    await user.send('DELETE', path(id))
    expect((await user.get(`/api/chat/messages/${at(rows, 1).id}/stream`)).status).toBe(404)
    expect((await other.send('POST', `${path(id)}/restore`)).status).toBe(404)
    expect(await user.send('POST', `${path(id)}/restore`)).toMatchObject({ status: 200, body: { id } })
    expect(await user.send('POST', `${path(id)}/restore`)).toMatchObject({ status: 200, body: { id } })
    expect(textsOf(await messages(id))).toEqual(['q1', 'a1'])
  })
})
