import { ChatMessagePage } from '@hub/contracts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type ApiClient, parseEvents, signIn } from './harness/api-client.ts'
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

const nowhere = '00000000-0000-7000-8000-000000000000'

describe('an edited question', () => {
  it('is a sibling of the first one, and the history follows its own branch', async () => {
    const { id, rows } = await talks.talk()
    talks.say('a2 bis')
    await talks.send({ conversationId: id, content: 'q2 bis', parentId: at(rows, 2).parentId })
    expect(talks.prompt()).toEqual(['q1', 'a1', 'q2 bis'])
    const edited = await talks.messages(id)
    expect(textsOf(edited)).toEqual(['q1', 'a1', 'q2 bis', 'a2 bis'])
    expect(at(edited, 2)).toMatchObject({
      parentId: at(rows, 1).id,
      siblings: { index: 1, count: 2, previousId: at(rows, 2).id, nextId: null },
    })
    expect(at(edited, 0).siblings).toEqual({ index: 0, count: 1, previousId: null, nextId: null })
  })

  it('can be the first one', async () => {
    const { id, rows } = await talks.talk()
    talks.say('autre')
    await talks.send({ conversationId: id, content: 'q1 bis', parentId: null })
    expect(talks.prompt()).toEqual(['q1 bis'])
    const edited = await talks.messages(id)
    expect(textsOf(edited)).toEqual(['q1 bis', 'autre'])
    expect(at(edited, 0)).toMatchObject({
      parentId: null,
      siblings: { index: 1, count: 2, previousId: at(rows, 0).id },
    })
  })

  it('may have the same text: that is a retry', async () => {
    const { id, rows } = await talks.talk(1)
    talks.say('encore')
    await talks.send({ conversationId: id, content: 'q1', parentId: null })
    expect(textsOf(await talks.messages(id))).toEqual(['q1', 'encore'])
    expect(await hub.db.message.count({ where: { conversationId: id } })).toBe(4)
    expect(at(await talks.messages(id), 0).siblings.previousId).toBe(at(rows, 0).id)
  })

  it('follows a message of its own conversation only', async () => {
    const [mine, elsewhere] = [await talks.talk(1), await talks.talk(1)]
    const theirs = await talksOf(hub, other).send({ content: 'x' })
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
    expect(await talks.messages(mine.id)).toHaveLength(2)
  })
})

describe('another answer', () => {
  it('is a sibling of the first one, in another mode', async () => {
    const { id, rows } = await talks.talk()
    talks.say('a1 bis')
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
    expect(talks.prompt()).toEqual(['q1'])
    const shown = await talks.messages(id)
    expect(textsOf(shown)).toEqual(['q1', 'a1 bis'])
    expect(at(shown, 1)).toMatchObject({
      mode: 'redaction',
      siblings: { index: 1, count: 2, previousId: at(rows, 1).id },
    })
    talks.say('a1 ter')
    await user.send('POST', `/api/chat/messages/${at(rows, 0).id}/regenerate`, {})
    expect(at(await talks.messages(id), 1)).toMatchObject({
      content: 'a1 ter',
      siblings: { index: 2, count: 3 },
    })
  })

  it('is not written for somebody else, nor in an unknown mode', async () => {
    const { rows } = await talks.talk(1)
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
    const { id, rows } = await talks.talk()
    await talks.send({ conversationId: id, content: 'q1 bis', parentId: null })
    const back = await user.send('PUT', `${pathOf(id)}/leaf`, { messageId: at(rows, 0).id })
    expect(back).toMatchObject({ status: 200, body: { id, leafId: at(rows, 3).id } })
    expect(textsOf(await talks.messages(id))).toEqual(['q1', 'a1', 'q2', 'a2'])
    talks.say('a3')
    await talks.send({ conversationId: id, content: 'q3' })
    expect(talks.prompt()).toEqual(['q1', 'a1', 'q2', 'a2', 'q3'])
  })

  it('comes in pages, although another one is shown meanwhile', async () => {
    const { id, rows } = await talks.talk(3)
    const first = ChatMessagePage.parse((await user.get(`${pathOf(id)}/messages?limit=2`)).body)
    await talks.send({ conversationId: id, content: 'q1 bis', parentId: null })
    const second = await talks.messages(id, `?limit=3&cursor=${first.nextCursor}`)
    expect([...second, ...first.items].map((row) => row.id)).toEqual(rows.slice(1).map((row) => row.id))
  })

  it('is not chosen by a message of another conversation', async () => {
    const [one, two] = [await talks.talk(1), await talks.talk(1)]
    const wrong = { messageId: at(two.rows, 0).id }
    expect((await user.send('PUT', `${pathOf(one.id)}/leaf`, wrong)).status).toBe(404)
    expect((await other.send('PUT', `${pathOf(two.id)}/leaf`, wrong)).status).toBe(404)
    const cursor = (await hub.db.message.findUniqueOrThrow({ where: { id: at(two.rows, 1).id } })).rank
    expect(await user.get(`${pathOf(one.id)}/messages?cursor=${cursor}`)).toMatchObject({
      status: 400,
      body: { error: { fields: [{ path: 'cursor' }] } },
    })
  })
})
