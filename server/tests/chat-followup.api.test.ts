import {
  ChatMessagePage,
  Conversation,
  type ConversationBinding,
  FollowupPreview,
  glpiGetTicketDetails,
  ToolCallRecord,
} from '@hub/contracts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type ApiClient, signIn } from './harness/api-client.ts'
import { actorOf, callTool } from './harness/call-tool.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

const clock = createMovableClock()
let hub: TestHub
/** N2 and N1. */
let technician: ApiClient
let junior: ApiClient
beforeAll(async () => {
  hub = await startTestHub({ clock, withoutWorkflows: true, model: 'ollama' })
  technician = await signIn(hub, 'jdupont')
  junior = await signIn(hub, 'mmartin')
})
afterAll(() => hub?.close())
beforeEach(() => {
  hub.estate.ollama.control.reset()
  hub.estate.glpi.clearFaults()
})

const ticket: ConversationBinding = { kind: 'ticket', id: '1234', label: 'Reset MDP - Jean Dupont' }

async function bound(binding: ConversationBinding | null, client = technician): Promise<Conversation> {
  const { body } = await client.send('POST', '/api/chat/conversations', { title: 'Liée', binding })
  return Conversation.parse(body)
}

describe('an answer written to its ticket', () => {
  const answerOf = async (
    client: ApiClient,
    binding: ConversationBinding | null,
    text = 'Redémarrer le **spouleur**.',
  ) => {
    const conversation = await bound(binding, client)
    hub.estate.ollama.control.reply({ parts: [{ text }] })
    await client.ask({ content: 'aide', mode: 'code', conversationId: conversation.id })
    const page = await client.get(`/api/chat/conversations/${conversation.id}/messages`)
    const [question, answer] = ChatMessagePage.parse(page.body).items
    if (!question || !answer) throw new Error('no answer')
    return { conversation, question, answer, route: `/api/chat/messages/${answer.id}/followup` }
  }
  /** Private followups of the ticket that name the conversation, as GLPI holds them. */
  const inGlpi = async (conversationId: string, ticketId = 1234) => {
    const read = { name: 'glpi_get_ticket_details', arguments: { ticketId } }
    const answer = await callTool(hub, { actor: await actorOf(hub, 'jdupont'), locale: 'fr' }, read)
    if (!('outcome' in answer)) throw new Error(JSON.stringify(answer))
    const { ticket: held } = glpiGetTicketDetails.output.parse(answer.outcome.data)
    return held.entries.filter(({ isPrivate, text }) => isPrivate && text.includes(conversationId))
  }

  it('is a private followup with its provenance, once, however often it is asked', async () => {
    const { conversation, route } = await answerOf(technician, ticket)
    const preview = FollowupPreview.parse((await technician.send('POST', `${route}/preview`, {})).body)
    expect(await inGlpi(conversation.id)).toEqual([])
    const answers = await Promise.all([1, 2, 3].map(() => technician.send('POST', route, {})))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    const records = answers.map(({ body }) => ToolCallRecord.parse(body))
    expect(new Set(records.map(({ callId }) => callId)).size).toBe(1)
    expect(records[0]).toMatchObject({
      tool: 'glpi_add_followup',
      level: 'L2',
      status: 'ok',
      arguments: { ...preview, isPrivate: true },
      data: { ticketId: 1234, alreadyThere: false },
    })
    const [written, ...more] = await inGlpi(conversation.id)
    expect(more).toEqual([])
    expect(written?.text).toContain('Redémarrer le **spouleur**.')
    for (const part of ['Julien Dupont', conversation.id, 'Liée', 'ollama / qwen3:8b'])
      expect(written?.text).toContain(part)
    const page = await technician.get(`/api/chat/conversations/${conversation.id}/messages`)
    expect(ChatMessagePage.parse(page.body).items[1]?.toolCalls).toEqual([records[0]])
    const read = await technician.send('POST', route, { ticketId: 5678 })
    expect(read.body).toMatchObject({ status: 'ok', arguments: { ticketId: 5678 } })
    expect(await inGlpi(conversation.id, 5678)).toHaveLength(1)
  })

  it('needs what the gate needs', async () => {
    const { conversation, route } = await answerOf(junior, ticket)
    const answers = [await junior.send('POST', route, {}), await junior.send('POST', route, {})]
    for (const refused of answers)
      expect(refused).toMatchObject({
        status: 403,
        body: { error: { message: expect.stringMatching(/N2/) } },
      })
    expect(await inGlpi(conversation.id)).toEqual([])
  })

  it('is written after GLPI came back', async () => {
    const { conversation, route } = await answerOf(technician, ticket)
    hub.estate.glpi.failNext({ kind: 'status', status: 500, count: 99 })
    const failed = await technician.send('POST', route, {})
    expect(failed).toMatchObject({ status: 502, body: { error: { message: expect.stringMatching(/GLPI/) } } })
    hub.estate.glpi.clearFaults()
    expect((await technician.send('POST', route, {})).status).toBe(200)
    expect(await inGlpi(conversation.id)).toHaveLength(1)
  })

  it('is not written again when nobody knows, and again when the first call never arrived', async () => {
    const { answer, route } = await answerOf(technician, ticket)
    const place = { messageId: answer.id, ticketId: 1234 }
    const lost = { ...place, callId: 'lost', startedAt: clock.now() }
    await hub.db.answerFollowup.create({ data: { ...lost, state: 'unknown' } })
    const refused = await technician.send('POST', route, {})
    expect(refused).toMatchObject({ status: 409, body: { error: { reason: 'chat.followup_unknown' } } })
    await hub.db.answerFollowup.updateMany({ where: place, data: { state: 'running' } })
    clock.forward(10 * 60_000)
    expect(await technician.send('POST', route, {})).toMatchObject({ status: 200, body: { status: 'ok' } })
  })

  it('has a ticket that is there', async () => {
    const { route } = await answerOf(technician, null)
    expect(await technician.send('POST', route, {})).toMatchObject({
      status: 400,
      body: { error: { reason: 'chat.followup_ticket', fields: [{ path: 'ticketId' }] } },
    })
    expect((await technician.send('POST', route, { ticketId: 999_999 })).status).toBe(404)
    expect((await technician.send('POST', route, { ticketId: 0 })).status).toBe(400)
  })

  it('is an ended answer of one’s own, and fits a followup', async () => {
    const { question, route } = await answerOf(technician, ticket, 'x'.repeat(30_000))
    expect((await junior.send('POST', route, {})).status).toBe(404)
    const asked = await technician.send('POST', `/api/chat/messages/${question.id}/followup`, {})
    expect(asked).toMatchObject({ status: 409, body: { error: { reason: 'chat.no_answer' } } })
    const done = await technician.send('POST', route, {})
    const { content } = ToolCallRecord.parse(done.body).arguments as { content: string }
    expect(content.length).toBeLessThanOrEqual(20_000)
    expect(content).toContain('réponse raccourcie')
    expect(content).toContain('Julien Dupont')
  })
})
