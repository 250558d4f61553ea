import { randomUUID } from 'node:crypto'
import { Conversation } from '@hub/contracts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type ApiClient, request, signIn } from './harness/api-client.ts'
import { actorOf, callTool } from './harness/call-tool.ts'
import { askOpen, openStream } from './harness/chat-stream.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'
import { at, pathOf, type Talks, talksOf, textsOf } from './harness/talks.ts'

let hub: TestHub
let user: ApiClient
let other: ApiClient
let talks: Talks
beforeAll(async () => {
  hub = await startTestHub({ withoutWorkflows: true, model: 'ollama' })
  user = await signIn(hub, 'mmartin')
  other = await signIn(hub, 'khora')
  talks = talksOf(hub, user)
})
afterAll(() => hub?.close())
beforeEach(() => hub.estate.ollama.control.reset())

describe('a branch of a conversation', () => {
  it('shares what comes before, without copies, and outlives it', async () => {
    const { id, rows } = await talks.talk(3)
    const made = await user.send('POST', `/api/chat/messages/${at(rows, 3).id}/branch`, {})
    const branch = Conversation.parse(made.body)
    expect(made.status).toBe(201)
    expect(branch).toMatchObject({
      title: 'q1 (suite)',
      leafId: at(rows, 3).id,
      branchedFrom: { conversationId: id, messageId: at(rows, 3).id },
    })
    expect(textsOf(await talks.messages(branch.id))).toEqual(['q1', 'a1', 'q2', 'a2'])
    talks.say('b3')
    await talks.send({ conversationId: branch.id, content: 'r3' })
    expect(talks.prompt()).toEqual(['q1', 'a1', 'q2', 'a2', 'r3'])
    expect(await hub.db.message.count({ where: { conversationId: branch.id } })).toBe(2)
    expect((await user.send('DELETE', pathOf(id))).status).toBe(204)
    const shown = await talks.messages(branch.id)
    expect(textsOf(shown)).toEqual(['q1', 'a1', 'q2', 'a2', 'r3', 'b3'])
    expect(shown.every(({ siblings }) => siblings.count === 1)).toBe(true)
    expect((await user.get(pathOf(id))).status).toBe(404)
    const again = await user.send('POST', `/api/chat/messages/${at(rows, 1).id}/regenerate`, {
      conversationId: branch.id,
    })
    expect(again.status).toBe(200)
    expect(textsOf(await talks.messages(branch.id)).slice(0, 1)).toEqual(['q1'])
    expect(at(await talks.messages(branch.id), 1)).toMatchObject({
      conversationId: branch.id,
      siblings: { index: 1, count: 2, previousId: at(rows, 1).id },
    })
    const back = await user.send('PUT', `${pathOf(branch.id)}/leaf`, { messageId: at(rows, 1).id })
    expect(back.status).toBe(200)
    expect(textsOf(await talks.messages(branch.id))).toEqual(['q1', 'a1', 'q2', 'a2', 'r3', 'b3'])
  })

  it('does not show what the first one says after it', async () => {
    const { rows } = await talks.talk(2)
    const made = await user.send('POST', `/api/chat/messages/${at(rows, 1).id}/branch`, { title: 'À part' })
    const branch = Conversation.parse(made.body)
    expect(branch.title).toBe('À part')
    const later = { messageId: at(rows, 3).id }
    expect((await user.send('PUT', `${pathOf(branch.id)}/leaf`, later)).status).toBe(404)
    await talks.send({ conversationId: branch.id, content: 'r1' })
    expect(at(await talks.messages(branch.id), 2).siblings.count).toBe(1)
  })

  it('is branched in turn', async () => {
    const { rows } = await talks.talk(2)
    const one = await user.send('POST', `/api/chat/messages/${at(rows, 1).id}/branch`, {})
    talks.say('s2')
    await talks.send({ conversationId: one.body.id, content: 'r2' })
    const inner = await talks.messages(String(one.body.id))
    const two = Conversation.parse(
      (await user.send('POST', `/api/chat/messages/${at(inner, 3).id}/branch`, {})).body,
    )
    expect(two.title).toBe('q1 (suite)')
    expect(textsOf(await talks.messages(two.id))).toEqual(['q1', 'a1', 'r2', 's2'])
    await talks.send({ conversationId: two.id, content: 'q1 bis', parentId: null })
    expect(at(await talks.messages(two.id), 0).siblings).toMatchObject({
      index: 1,
      count: 2,
      previousId: at(rows, 0).id,
    })
  })

  it('is made of nobody else’s message, nor of one being written', async () => {
    const { rows, id } = await talks.talk(1)
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

it('the outcome of an action follows what is shown, once', async () => {
  const { id, rows } = await talks.talk(2)
  const asked = await callTool(
    hub,
    { actor: await actorOf(hub, 'mmartin'), locale: 'fr', conversationId: id },
    { name: 'ad_reset_password', arguments: { login: 'jean.dupont' } },
  )
  const approvalId = 'outcome' in asked ? asked.outcome.approval?.approvalId : undefined
  await talks.send({ conversationId: id, content: 'q1 bis', parentId: null })
  const { body } = await user.get(`/api/safeguard/${approvalId}`)
  const cancelled = await user.send('POST', `/api/safeguard/${approvalId}/cancel`, { digest: body.digest })
  expect(cancelled.status).toBe(200)
  await expect.poll(async () => (await talks.messages(id)).at(-1)?.kind, { timeout: 8_000 }).toBe('outcome')
  const shown = await talks.messages(id)
  expect(shown.map(({ kind }) => kind)).toEqual(['message', 'message', 'outcome'])
  expect(at(shown, 2)).toMatchObject({ parentId: at(shown, 1).id, approvalId })
  talks.say('suite')
  await talks.send({ conversationId: id, content: 'et ?' })
  expect(talks.prompt()).toEqual(['q1 bis', expect.any(String), expect.stringContaining('annulée'), 'et ?'])
  const no = await user.send('POST', `/api/chat/messages/${at(shown, 2).id}/regenerate`, {})
  expect(no).toMatchObject({ status: 409, body: { error: { reason: 'chat.no_answer' } } })
  expect(at(await talks.messages(id), 0).siblings.previousId).toBe(at(rows, 0).id)
})

describe('two tabs', () => {
  beforeAll(async () => {
    user = await signIn(hub, 'slegrand')
    talks = talksOf(hub, user)
  })

  it('that edit the same question at once make two siblings, one after the other', async () => {
    const { id, rows } = await talks.talk(1)
    const input = (content: string) => ({ mode: 'code', content, conversationId: id, parentId: null })
    hub.estate.ollama.control.reply({ parts: [{ text: 'lent', stallMs: 500 }] })
    const answers = await Promise.all(
      ['un', 'deux'].map((content) => user.send('POST', '/api/chat/message', input(content))),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await user.send('POST', '/api/chat/message', input('trois'))).toMatchObject({ status: 200 })
    expect(at(await talks.messages(id), 0).siblings).toMatchObject({ index: 2, count: 3 })
    const firsts = await hub.db.message.findMany({ where: { conversationId: id, parentId: null } })
    expect(firsts.map((row) => row.id)).toContain(at(rows, 0).id)
    expect(firsts).toHaveLength(3)
  })

  it('that send the same question store it once, and both get its answer', async () => {
    talks.say('une fois')
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
    const { id, rows } = await talks.talk(1)
    await user.send('DELETE', pathOf(id))
    expect((await user.get(`/api/chat/messages/${at(rows, 1).id}/stream`)).status).toBe(404)
    expect((await other.send('POST', `${pathOf(id)}/restore`)).status).toBe(404)
    expect(await user.send('POST', `${pathOf(id)}/restore`)).toMatchObject({ status: 200, body: { id } })
    expect(await user.send('POST', `${pathOf(id)}/restore`)).toMatchObject({ status: 200, body: { id } })
    expect(textsOf(await talks.messages(id))).toEqual(['q1', 'a1'])
  })
})
