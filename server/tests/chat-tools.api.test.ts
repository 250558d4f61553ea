import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  ChatMessagePage,
  KnowledgeDocument,
  memorySearchSimilarCases,
  type StreamEvent,
} from '@hub/contracts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type ApiClient, signIn } from './harness/api-client.ts'
import { textOf } from './harness/chat-stream.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

const documents = {
  outlook:
    '# Outlook ne démarre plus\n\nOuvrir Outlook en mode sans échec, puis réparer le profil Outlook.\n',
  imprimante: '# Imprimante bloquée\n\nVider la file de l’imprimante et redémarrer le spouleur.\n',
  mixte: '# Outlook et imprimante\n\nOutlook imprime mal : changer le pilote de l’imprimante.\n',
}

const frontMatter = (title: string) =>
  `---\ntitle: ${title}\nkind: procedure\naudience: N0\nupdated: 2026-10-02\n---\n`

function documentsDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'hub-docs-'))
  mkdirSync(join(dir, 'procedures'))
  for (const [name, text] of Object.entries(documents))
    writeFileSync(join(dir, 'procedures', `${name}.md`), `${frontMatter(name)}${text}`)
  return dir
}

let hub: TestHub
let user: ApiClient
let reader: ApiClient
beforeAll(async () => {
  hub = await startTestHub({
    model: 'ollama',
    withoutWorkflows: true,
    env: { RAG_DOCUMENTS_DIR: documentsDir() },
  })
  user = await signIn(hub, 'mmartin')
  reader = await signIn(hub, 'lecture')
})
afterAll(() => hub?.close())
beforeEach(() => {
  hub.estate.ollama.control.reset()
  hub.estate.glpi.clearFaults()
  hub.estate.observium.clearFaults()
})

type Result = Extract<StreamEvent, { type: 'tool_result' }>
type Call = Extract<StreamEvent, { type: 'tool_call' }>
const resultsOf = (events: StreamEvent[]) =>
  events.filter((event): event is Result => event.type === 'tool_result')
const callsOf = (events: StreamEvent[]) => events.filter((event): event is Call => event.type === 'tool_call')
const script = (...rounds: ({ name: string; arguments: Record<string, unknown> }[] | string)[]) =>
  hub.estate.ollama.control.reply(
    ...rounds.map((round) => ({ parts: [typeof round === 'string' ? { text: round } : { calls: round }] })),
  )
const bodies = () =>
  hub.estate.ollama.control.requests
    .filter(({ endpoint }) => endpoint === 'chat')
    .map(({ body }) => body as { tools?: unknown[]; messages: { role: string; content: string }[] })
const search = (query: string) => ({ name: memorySearchSimilarCases.name, arguments: { query } })
const status = { name: 'observium_get_device_status', arguments: { device: 'SWITCH-CLIN-STJEAN' } }

async function storedOf(events: StreamEvent[]) {
  const [start] = events
  if (start?.type !== 'start') throw new Error('no start')
  const page = await user.get(`/api/chat/conversations/${start.conversationId}/messages`)
  const message = ChatMessagePage.parse(page.body).items.find(({ id }) => id === start.messageId)
  if (!message) throw new Error('not stored')
  return message
}

describe('a model that asks for tools', () => {
  it('gets their results in the next round, and the cards are the execution records', async () => {
    script(
      [status],
      [{ name: 'glpi_get_ticket_details', arguments: { ticketId: 1234 } }],
      'Le switch est UP.',
    )
    const events = await user.ask({ content: 'état ?' })
    expect(textOf(events)).toBe('Le switch est UP.')
    expect(events.at(-1)).toMatchObject({ status: 'complete', finishReason: 'stop' })
    const [, second, third] = bodies()
    expect(second?.messages.at(-1)).toMatchObject({ role: 'tool' })
    expect(second?.messages.at(-1)?.content).toContain('SWITCH-CLIN-STJEAN')
    expect(third?.messages.filter(({ role }) => role === 'tool')).toHaveLength(2)
    const { id, toolCalls } = await storedOf(events)
    const rows = await hub.db.toolExecution.findMany({ where: { messageId: id }, orderBy: { rank: 'asc' } })
    expect(rows.map((row) => row.callId)).toEqual(callsOf(events).map(({ callId }) => callId))
    for (const [index, result] of resultsOf(events).entries()) {
      const call = callsOf(events)[index]
      expect(toolCalls[index]).toMatchObject({
        callId: result.callId,
        tool: result.tool,
        status: result.status,
        summary: result.summary,
        data: result.data,
        label: call?.label,
        arguments: call?.arguments,
        level: call?.level,
      })
    }
  })

  it('keeps one number per passage over several searches, shown and stored', async () => {
    script([search('Outlook')], [search('imprimante'), search('Outlook imprimante')], 'Voir [1].')
    const events = await user.ask({ content: 'aide' })
    const seen = new Map<string, number>()
    const passages = resultsOf(events).flatMap(
      ({ data }) => memorySearchSimilarCases.output.parse(data).passages,
    )
    for (const { chunkId, citation } of passages) {
      expect(seen.get(chunkId) ?? citation).toBe(citation)
      seen.set(chunkId, citation)
    }
    expect([...seen.values()].sort()).toEqual([1, 2, 3])
    const told = events.findLast((event) => event.type === 'sources')
    const stored = await storedOf(events)
    expect(told?.type === 'sources' ? told.items : []).toEqual(stored.sources)
    expect(new Map(stored.sources.map(({ chunkId, n }) => [chunkId, n]))).toEqual(seen)
    // Calls of one round end in any order.
    const results = resultsOf(events).map(({ data }) => data)
    const inAnyOrder = expect.arrayContaining(results)
    expect(stored.toolCalls.map(({ data }) => data)).toEqual(inAnyOrder)
    const read =
      bodies()
        .at(-1)
        ?.messages.filter(({ role }) => role === 'tool') ?? []
    expect(read.map(({ content }) => JSON.parse(content).data)).toEqual(inAnyOrder)
    expect([stored.toolCalls.length, read.length]).toEqual([results.length, results.length])
    const [source] = stored.sources
    const opened = await user.get(`/api/knowledge/documents/${source?.documentId}`)
    const document = KnowledgeDocument.parse(opened.body)
    expect(document.chunks.map(({ id }) => id)).toContain(source?.chunkId)
  })

  it('makes no card for a tool that does not exist', async () => {
    script([{ name: 'format_disk', arguments: {} }], 'Impossible.')
    const events = await user.ask({ content: 'efface' })
    expect(callsOf(events)).toEqual([])
    expect(bodies()[1]?.messages.at(-1)?.content).toContain('Nothing ran')
    expect((await storedOf(events)).toolCalls).toEqual([])
  })

  it('is stopped when it asks the same again and again', async () => {
    script([status], [status], [status], [status], 'jamais')
    const events = await user.ask({ content: 'état' })
    expect(events.at(-1)).toMatchObject({ status: 'complete', finishReason: 'round_limit' })
    expect(callsOf(events)).toHaveLength(2)
  })

  it.each([
    ['arguments that are wrong', { ticketId: 'abc' }, 'denied'],
    ['an argument too many', { ticketId: 1234, sudo: true }, 'denied'],
    ['a ticket that is not there', { ticketId: 999_999 }, 'error'],
  ])('is told of %s', async (_name, args, expected) => {
    script([{ name: 'glpi_get_ticket_details', arguments: args }], 'Désolé.')
    const events = await user.ask({ content: 'ticket' })
    expect(resultsOf(events)).toMatchObject([
      { status: expected, summary: { fr: expect.stringMatching(/^[A-ZÀ-Ü].{10,}/) } },
    ])
    expect(await storedOf(events)).toMatchObject({ toolCalls: [{ status: expected }] })
  })
})

describe('who gets tools', () => {
  it('is not N0: none are offered, and none run when the model invents a call', async () => {
    script([status])
    const events = await reader.ask({ content: 'état du switch ?' })
    expect(bodies()[0]?.tools ?? []).toEqual([])
    expect(callsOf(events)).toEqual([])
    expect(events.at(-1)).toMatchObject({ type: 'done', status: 'complete' })
    expect(await hub.db.toolExecution.count({ where: { actorKey: { contains: 'lecture' } } })).toBe(0)
  })

  it('is only the assistant mode; flash quotes passages instead', async () => {
    const events = await user.ask({ content: 'Outlook ne démarre plus', mode: 'flash' })
    const [body] = bodies()
    expect(body?.tools ?? []).toEqual([])
    expect(body?.messages[0]?.content).toContain('réparer le profil')
    const sources = events.find((event) => event.type === 'sources')
    expect(sources?.type === 'sources' ? sources.items[0]?.title : '').toBe('outlook')
    expect((await storedOf(events)).sources.length).toBeGreaterThan(0)
    await user.ask({ content: 'Outlook ne démarre plus', mode: 'code' })
    expect(bodies()[1]?.messages[0]?.content).not.toContain('réparer le profil')
  })
})

describe('a system that is ill', () => {
  const ticket = { name: 'glpi_get_ticket_details', arguments: { ticketId: 1234 } }
  it.each<
    [
      string,
      'glpi' | 'observium',
      Parameters<TestHub['estate']['glpi']['failNext']>[0],
      typeof status | typeof ticket,
    ]
  >([
    ['GLPI answers a page of a proxy', 'glpi', { kind: 'html', count: 9 }, ticket],
    ['GLPI cuts the connection', 'glpi', { kind: 'reset', count: 9 }, ticket],
    ['Observium answers a page', 'observium', { kind: 'html', status: 200, count: 9 }, status],
    ['Observium fails', 'observium', { kind: 'status', status: 500, count: 9 }, status],
    ['Observium sends half an answer', 'observium', { kind: 'truncate', count: 9 }, status],
  ])('%s: the card says so and the chat goes on', async (_name, system, fault, call) => {
    hub.estate[system].failNext(fault)
    script([call], 'Je ne peux pas le lire.')
    const events = await user.ask({ content: 'état ?' })
    const [result] = resultsOf(events)
    expect(result).toMatchObject({ status: 'error', tool: call.name })
    expect(result?.summary.fr).toMatch(/^(GLPI|Observium|L’API d’Observium) .{8,120}\.$/)
    expect(result?.summary.fr).not.toMatch(/<|html|Error|undefined|:\/\//i)
    expect(textOf(events)).toBe('Je ne peux pas le lire.')
    expect(events.at(-1)).toMatchObject({ status: 'complete' })
    expect((await user.get('/readyz')).status).toBe(200)
  })
})
