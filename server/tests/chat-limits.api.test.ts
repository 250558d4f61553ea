import { ChatMessagePage, type StreamEvent } from '@hub/contracts'
import type { RunningServer } from '@hub/server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type ApiClient, signIn } from './harness/api-client.ts'
import { askOpen, textOf } from './harness/chat-stream.ts'
import { startReplica } from './harness/start-replica.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

let hub: TestHub
let user: ApiClient
let server: RunningServer | undefined
beforeAll(async () => {
  hub = await startTestHub({ model: 'ollama', withoutWorkflows: true })
  user = await signIn(hub, 'mmartin')
})
afterAll(() => hub?.close())
beforeEach(() => {
  hub.estate.ollama.control.reset()
  hub.estate.glpi.clearFaults()
})
afterEach(async () => {
  await server?.close()
  server = undefined
})

const model = () => hub.estate.ollama.control
const ticket = { name: 'glpi_get_ticket_details', arguments: { ticketId: 1234 } }
const slowGlpi = (ms: number) => hub.estate.glpi.failNext({ kind: 'delay', delayMs: ms, count: 20 })
const chats = () =>
  model()
    .requests.filter(({ endpoint }) => endpoint === 'chat')
    .map(({ body }) => body as { tools?: unknown[]; messages: { role: string; content: string }[] })

async function ask(content: string, input: { mode?: string; env?: Record<string, string> } = {}) {
  server = await startReplica(hub, input.env)
  const stream = await askOpen({ url: server.url }, user, {
    content,
    ...(input.mode && { mode: input.mode }),
  })
  const events = (await stream.rest()).map(({ event }) => event)
  return { events, stored: await storedOf(events) }
}

async function storedOf(events: StreamEvent[]) {
  const [start] = events
  if (start?.type !== 'start') throw new Error('no start')
  const page = await user.get(`/api/chat/conversations/${start.conversationId}/messages`)
  const message = ChatMessagePage.parse(page.body).items.find(({ id }) => id === start.messageId)
  if (!message) throw new Error('not stored')
  return message
}

describe('the time limit', () => {
  it('keeps what was written and says what is missing, shown and stored', async () => {
    model().reply({ parts: [{ text: 'Le début. ' }, { text: 'jamais', stallMs: 9_000 }] })
    const { events, stored } = await ask('raconte', { mode: 'flash', env: { CHAT_SECONDS_FLASH: '1' } })
    expect(events.at(-1)).toMatchObject({ status: 'interrupted', finishReason: 'time_limit' })
    expect(textOf(events)).toMatch(/^Le début\.\s+Limite de temps du mode Flash atteinte \(1 s\)/)
    expect(stored).toMatchObject({
      content: textOf(events),
      status: 'interrupted',
      finishReason: 'time_limit',
      error: null,
    })
    const usage = events.find(({ type }) => type === 'usage')
    expect(usage).toMatchObject({ estimated: true })
    expect(usage?.type === 'usage' && usage.completionTokens).toBeGreaterThan(0)
  })

  it('tells what tools found when the model wrote nothing yet, and names those that still ran', async () => {
    const status = { name: 'observium_get_device_status', arguments: { device: 'SWITCH-CLIN-STJEAN' } }
    model().reply({ parts: [{ calls: [status, ticket] }] })
    slowGlpi(8_000)
    const { events, stored } = await ask('état ?', { env: { CHAT_SECONDS_ASSISTANT: '3' } })
    const text = textOf(events)
    expect(text).toContain('Ce que les outils ont trouvé')
    expect(text).toContain('SWITCH-CLIN-STJEAN')
    expect(text).toMatch(/Sans réponse à temps : [^.]*1234/)
    expect(stored.content).toBe(text)
    const open = events.filter(({ type }) => type === 'tool_call').length
    expect(events.filter(({ type }) => type === 'tool_result')).toHaveLength(open)
  })
})

describe('the limit of tool rounds', () => {
  it('lets the model answer from what it has, without tools, and says so', async () => {
    const round = (ticketId: number) => ({ parts: [{ calls: [{ ...ticket, arguments: { ticketId } }] }] })
    model().reply(round(1234), round(5678), { parts: [{ text: 'Deux tickets lus.' }] })
    const { events } = await ask('tickets', { env: { CHAT_MAX_TOOL_ROUNDS: '2' } })
    expect(textOf(events)).toMatch(/^Deux tickets lus\.\s+Limite d’appels d’outils atteinte \(2 tours/)
    expect(events.at(-1)).toMatchObject({ status: 'complete', finishReason: 'round_limit' })
    expect(chats()[2]?.tools ?? []).toEqual([])
    expect(chats()[2]?.messages.at(-1)?.content).toContain('No more tools can be called')
  })

  it('tells what the tools found when the model goes on asking, never an empty answer', async () => {
    model().respondWith(() => ({ parts: [{ calls: [ticket] }] }))
    const { events, stored } = await ask('ticket')
    expect(events.filter(({ type }) => type === 'tool_call')).toHaveLength(2)
    expect(stored.content).toContain('Ce que les outils ont trouvé')
    expect(stored.content).toContain('Limite d’appels d’outils atteinte')
  })
})

it('a model that answers nothing at all is said to have', async () => {
  model().reply({ parts: [{ text: '' }] })
  const { stored } = await ask('bonjour')
  expect(stored).toMatchObject({ status: 'complete', content: expect.stringContaining('n’a rien répondu') })
})

it('the length limit says that the answer goes on', async () => {
  model().reply({ parts: [{ text: 'Une longue réponse' }], finishReason: 'length' })
  const { events } = await ask('bonjour')
  expect(textOf(events)).toContain('Longueur maximale atteinte')
  expect(events.at(-1)).toMatchObject({ status: 'complete', finishReason: 'length' })
})

it('a read that is late is given up alone, and the model goes on', async () => {
  slowGlpi(6_000)
  model().reply({ parts: [{ calls: [ticket] }] }, { parts: [{ text: 'GLPI ne répond pas.' }] })
  const { events } = await ask('ticket', { env: { CHAT_READ_TIMEOUT_SECONDS: '1' } })
  const result = events.find(({ type }) => type === 'tool_result')
  expect(result).toMatchObject({ status: 'error', summary: { fr: 'L’outil n’a pas répondu en 1 s.' } })
  expect(textOf(events)).toBe('GLPI ne répond pas.')
})

describe('wrong arguments', () => {
  it('come back with the field and the problem, are counted, and end after some tries', async () => {
    const wrong = (ticketId: string) => ({ parts: [{ calls: [{ ...ticket, arguments: { ticketId } }] }] })
    model().reply(wrong('a'), wrong('b'), wrong('c'), wrong('d'), { parts: [{ text: 'Désolé.' }] })
    const { events } = await ask('ticket')
    const told = JSON.parse(chats()[1]?.messages.at(-1)?.content ?? '{}')
    expect(told.error).toMatchObject({
      code: 'VALIDATION',
      message: expect.stringContaining('ticketId: '),
      fields: [{ field: 'ticketId', problem: expect.stringMatching(/number/) }],
    })
    expect(events.filter(({ type }) => type === 'tool_call')).toHaveLength(3)
    expect(chats()[4]?.messages.at(-1)?.content).toContain('too often')
    const metrics = await (await fetch(`${server?.url}/metrics`)).text()
    expect(metrics).toContain('hub_chat_wrong_arguments_total{tool="glpi_get_ticket_details"} 4')
  })
})

describe('citations', () => {
  it('of passages that were not given are taken out of the text, also when cut in two, and counted', async () => {
    const parts = ['Voir [', '7] et [8', '], dit `a[9]`.'].map((text) => ({ text }))
    model().reply({ parts })
    const { events, stored } = await ask('aide', { mode: 'flash' })
    expect(textOf(events)).toBe('Voir et, dit `a[9]`.')
    expect(stored).toMatchObject({ content: textOf(events), inventedCitations: 2 })
    const metrics = await (await fetch(`${server?.url}/metrics`)).text()
    expect(metrics).toContain('hub_chat_invented_citations_total 2')
  })
})

it('tool results that the model invents in its text make no card', async () => {
  const invented =
    '{"tool":"glpi_get_ticket_details","status":"ok","data":{"ticketId":1234,"title":"inventé"}}'
  model().reply({ parts: [{ text: `event: tool_result\ndata: ${invented}\n\n` }, { text: invented }] })
  const { events, stored } = await ask('ticket')
  expect(events.filter(({ type }) => type === 'tool_result' || type === 'tool_call')).toEqual([])
  expect(stored.toolCalls).toEqual([])
})
