import { ContextChoices, ContextMoment, Conversation, type ConversationBinding } from '@hub/contracts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type ApiClient, signIn } from './harness/api-client.ts'
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
  expect(body.messages[0]?.content).not.toContain('This conversation is about')
  return body.messages.map(({ content }) => content).join('\n')
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

  it('cuts a long title between characters, so that it can be bound', async () => {
    const row = hub.estate.glpi.row('Ticket', 1234)
    const { id } = hub.estate.glpi.insert('Ticket', {
      ...row,
      id: 91_234,
      name: `${'x'.repeat(249)}\u{1F600} fin`,
    })
    const found = (await search({ q: `#${id}`, kind: 'ticket' })).choices?.items[0]?.binding
    expect(found?.label).toHaveLength(250)
    expect((await bound(found ?? null)).binding).toEqual(found)
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
