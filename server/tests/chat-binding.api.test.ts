import {
  ChatMessagePage,
  ContextChoices,
  ContextMoment,
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
/** N2, N1 and N0. */
let technician: ApiClient
let junior: ApiClient
let reader: ApiClient
beforeAll(async () => {
  hub = await startTestHub({ clock, withoutWorkflows: true, model: 'ollama' })
  technician = await signIn(hub, 'jdupont')
  junior = await signIn(hub, 'mmartin')
  reader = await signIn(hub, 'lecture')
})
afterAll(() => hub?.close())
beforeEach(() => {
  hub.estate.ollama.control.reset()
  hub.estate.glpi.clearFaults()
  hub.estate.observium.clearFaults()
})

const ticket: ConversationBinding = { kind: 'ticket', id: '1234', label: 'Reset MDP - Jean Dupont' }
const device: ConversationBinding = { kind: 'device', id: 'SWITCH-CLIN-STJEAN', label: 'SWITCH-CLIN-STJEAN' }

async function bound(binding: ConversationBinding | null, client = technician): Promise<Conversation> {
  const { body } = await client.send('POST', '/api/chat/conversations', { title: 'Liée', binding })
  return Conversation.parse(body)
}
const search = async (query: Record<string, string>, client = technician) => {
  const answer = await client.get(`/api/chat/context?${new URLSearchParams(query)}`)
  return { status: answer.status, choices: ContextChoices.safeParse(answer.body).data, body: answer.body }
}
const lastPrompt = () => {
  const body = hub.estate.ollama.control.requests.at(-1)?.body as { messages: { content: string }[] }
  return body.messages[0]?.content ?? ''
}
const momentOf = (prompt: string) => {
  const lines = prompt.split('\n')
  const at = lines.findIndex((line) => line.startsWith('This conversation is about'))
  return at < 0 ? null : JSON.parse(lines[at + 1] ?? '')
}
const reads = (conversationId: string) => hub.db.toolExecution.count({ where: { conversationId } })

describe('a binding', () => {
  it('is set, changed and taken away', async () => {
    const conversation = await bound(ticket)
    expect(conversation.binding).toEqual(ticket)
    const path = `/api/chat/conversations/${conversation.id}`
    const changed = await technician.send('PATCH', path, {
      binding: { ...device, clientName: 'Clinique Saint-Jean' },
    })
    expect(changed.body.binding).toEqual({ ...device, clientName: 'Clinique Saint-Jean' })
    expect((await technician.send('PATCH', path, { title: 'x' })).body.binding).toMatchObject(device)
    expect((await technician.send('PATCH', path, { binding: null })).body.binding).toBeNull()
    expect((await junior.send('PATCH', path, { binding: ticket })).status).toBe(404)
  })

  it.each([
    [{ ...ticket, id: 'abc' }, 'binding.id'],
    [{ ...ticket, kind: 'person' }, 'binding.kind'],
    [{ ...ticket, label: '' }, 'binding.label'],
    [{ ...ticket, label: 'x'.repeat(251) }, 'binding.label'],
    [{ ...ticket, sudo: true }, 'binding.sudo'],
  ])('is not %o', async (binding, field) => {
    const answer = await technician.send('POST', '/api/chat/conversations', { binding })
    expect(answer).toMatchObject({ status: 400, body: { error: { fields: [{ path: field }] } } })
  })
})

describe('the context picker', () => {
  it('finds tickets by number and words, clients and devices', async () => {
    const byNumber = await search({ q: '#1234' })
    expect(byNumber.choices?.items[0]?.binding).toMatchObject({ kind: 'ticket', id: '1234' })
    const jean = await search({ q: 'Saint-Jean' })
    expect(jean.choices?.missing).toEqual([])
    expect(jean.choices?.items.find(({ binding }) => binding.kind === 'client')?.binding).toMatchObject({
      label: expect.stringContaining('Saint-Jean'),
      clientName: expect.stringContaining('Saint-Jean'),
    })
    const devices = await search({ q: 'CLIN-STJEAN', kind: 'device' })
    expect(devices.choices?.items.map(({ binding }) => binding.id)).toContain('SWITCH-CLIN-STJEAN')
    expect(new Set(devices.choices?.items.map(({ binding }) => binding.kind))).toEqual(new Set(['device']))
    const nothing = await search({ q: '999999', kind: 'ticket' })
    expect(nothing.choices).toEqual({ items: [], missing: [] })
  })

  it('says which system is down, and gives the others', async () => {
    hub.estate.observium.failNext({ kind: 'status', status: 500, count: 50 })
    const { choices } = await search({ q: 'Saint-Jean' })
    expect(choices?.missing).toEqual([
      { kind: 'device', problem: { fr: expect.stringMatching(/Observium/), en: expect.any(String) } },
    ])
    expect(choices?.items.length).toBeGreaterThan(0)
  })

  it('is for those who may use tools', async () => {
    expect((await search({ q: 'Saint-Jean' }, reader)).status).toBe(403)
    expect((await search({ q: '' })).body).toMatchObject({ error: { fields: [{ path: 'q' }] } })
    expect((await search({ q: 'x', kind: 'mail' })).body).toMatchObject({
      error: { fields: [{ path: 'kind' }] },
    })
  })
})

describe('what is known now', () => {
  const read = async (binding: ConversationBinding, client = technician) =>
    client.get(`/api/chat/context/moment?${new URLSearchParams({ ...binding })}`)

  it('is shown before a conversation begins, each part by its topic', async () => {
    const { parts } = ContextMoment.parse((await read(ticket)).body)
    expect(parts.map(({ topic }) => topic)).toEqual(['ticket', 'alerts', 'tickets'])
    expect(parts[0]).toMatchObject({
      problem: null,
      rows: [{ ticketId: 1234, clientName: expect.any(String) }],
    })
    expect((await read(ticket, reader)).status).toBe(403)
    expect((await read({ ...ticket, id: 'abc' })).status).toBe(400)
  })

  it('says which part is ill', async () => {
    hub.estate.observium.failNext({ kind: 'status', status: 500, count: 50 })
    const { parts } = ContextMoment.parse((await read(device)).body)
    expect(parts[0]).toMatchObject({
      topic: 'alerts',
      rows: [],
      problem: { fr: expect.stringMatching(/Observium/) },
    })
    expect(parts[1]).toMatchObject({ topic: 'tickets', problem: null })
  })
})

describe('the context of the moment', () => {
  it('is there from the first question on', async () => {
    const [start] = await technician.ask({ content: 'résume', binding: ticket })
    if (start?.type !== 'start') throw new Error('no start')
    const { conversationId: id } = start
    const { body } = await technician.get(`/api/chat/conversations/${id}`)
    expect(Conversation.parse(body)).toMatchObject({ binding: ticket, title: 'résume' })
    const again = { mode: 'assistant', content: 'x', conversationId: id, binding: device }
    expect(await technician.send('POST', '/api/chat/message', again)).toMatchObject({
      status: 400,
      body: { error: { fields: [{ path: 'binding' }] } },
    })
  })

  it('is read as the user, told as data, and kept for a minute', async () => {
    const { id } = await bound(device)
    await technician.ask({ content: 'alors ?', conversationId: id })
    expect(momentOf(lastPrompt())).toMatchObject({
      kind: 'device',
      id: 'SWITCH-CLIN-STJEAN',
      known: [
        { about: 'open alerts of SWITCH-CLIN-STJEAN' },
        { about: 'tickets that name SWITCH-CLIN-STJEAN' },
      ],
    })
    const rows = await hub.db.toolExecution.findMany({ where: { conversationId: id } })
    expect(rows.map(({ toolName }) => toolName).toSorted()).toEqual([
      'glpi_search_tickets',
      'observium_list_alerts',
    ])
    expect(rows.every(({ actorKey, status }) => actorKey.startsWith('user:') && status === 'ok')).toBe(true)
    await technician.ask({ content: 'et ?', conversationId: id })
    expect(await reads(id)).toBe(2)
    clock.forward(61_000)
    await technician.ask({ content: 'maintenant ?', conversationId: id })
    expect(await reads(id)).toBe(4)
  })

  it('follows the ticket to its client', async () => {
    const { id } = await bound(ticket)
    await technician.ask({ content: 'résume', conversationId: id })
    const { known } = momentOf(lastPrompt())
    expect(known.map(({ about }: { about: string }) => about)).toEqual([
      'ticket #1234',
      expect.stringMatching(/^open alerts of EHPAD Les Jardins/),
      expect.stringMatching(/^tickets of EHPAD Les Jardins/),
    ])
    expect(known[0].rows[0]).toMatchObject({ ticketId: 1234, title: expect.stringContaining('Reset') })
  })

  it('never fails an answer: what is not read says so', async () => {
    hub.estate.glpi.failNext({ kind: 'status', status: 500, count: 99 })
    const { id } = await bound(device)
    const events = await technician.ask({ content: 'alors ?', conversationId: id })
    expect(events.at(-1)).toMatchObject({ status: 'complete' })
    const { known } = momentOf(lastPrompt())
    expect(known[0]).toHaveProperty('rows')
    expect(known[1]).toMatchObject({ notRead: expect.stringMatching(/GLPI/) })
    hub.estate.glpi.clearFaults()
    await technician.ask({ content: 'encore ?', conversationId: id })
    expect(momentOf(lastPrompt()).known[1]).toHaveProperty('rows')
  })

  it('is not read in other modes, without tools, or without a binding', async () => {
    const [one, two, three] = [await bound(device), await bound(device, reader), await bound(null)]
    await technician.ask({ content: 'x', mode: 'flash', conversationId: one.id })
    await reader.ask({ content: 'x', conversationId: two.id })
    await technician.ask({ content: 'x', conversationId: three.id })
    for (const { id } of [one, two, three]) expect(await reads(id)).toBe(0)
    expect(momentOf(lastPrompt())).toBeNull()
  })
})

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
