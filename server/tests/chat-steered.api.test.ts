import { ChatMessagePage, type StreamEvent } from '@hub/contracts'
import type { ScriptedReply } from '@hub/estate'
import type { RunningServer } from '@hub/server'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { type ApiClient, signIn } from './harness/api-client.ts'
import { askOpen, textOf } from './harness/chat-stream.ts'
import { startReplica } from './harness/start-replica.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

let hub: TestHub
let user: ApiClient
let server: RunningServer
beforeAll(async () => {
  hub = await startTestHub({ model: 'ollama', withoutWorkflows: true })
  user = await signIn(hub, 'jdupont')
})
afterAll(() => hub?.close())
// A provider that failed is left alone for a while: each test has a server of its own.
beforeEach(async () => {
  hub.estate.ollama.control.reset()
  server = await startReplica(hub)
})
afterEach(() => server.close())

const away: ScriptedReply = { fault: { kind: 'status', status: 500 } }
const steered = '1. **svc-hub** - compte à débloquer\n\n'

async function ask(content: string, conversationId?: string): Promise<StreamEvent[]> {
  const input = { content, ...(conversationId ? { conversationId } : {}) }
  const events = await (await askOpen({ url: server.url }, user, input)).rest()
  return events.map(({ event }) => event)
}

function conversationOf(events: StreamEvent[]): string {
  const [start] = events
  if (start?.type !== 'start') throw new Error('no start')
  return start.conversationId
}

const providersOf = async (conversationId: string) => {
  const page = await user.get(`/api/chat/conversations/${conversationId}/messages`)
  return ChatMessagePage.parse(page.body).items.flatMap(({ role, provider }) =>
    role === 'assistant' ? [provider] : [],
  )
}
const called = (events: StreamEvent[]) => events.filter(({ type }) => type === 'tool_call')

it('aims no order at the account that a model listed once the built-in engine answers', async () => {
  hub.estate.ollama.control.reply({
    parts: [{ text: `${steered}Est-ce bien celui-ci (« oui » ou « non ») ?` }],
  })
  const conversationId = conversationOf(await ask('débloque lucas.perrin'))
  hub.estate.ollama.control.respondWith(() => away)
  const events = await ask('oui', conversationId)
  expect(called(events)).toEqual([])
  expect(await providersOf(conversationId)).toEqual(['ollama', 'builtin'])
})

it('takes an answer that a model began for the model’s', async () => {
  const read = { name: 'observium_get_device_status', arguments: { device: 'SWITCH-CLIN-STJEAN' } }
  hub.estate.ollama.control.reply({ parts: [{ text: steered }, { calls: [read] }] }, away, away, away)
  const first = await ask('débloque un compte')
  expect(textOf(first)).toContain('Quel est l')
  const conversationId = conversationOf(first)
  expect(first.findLast(({ type }) => type === 'start')).toMatchObject({
    provider: 'ollama',
    notice: { en: expect.stringContaining('built-in') },
  })
  hub.estate.ollama.control.respondWith(() => away)
  expect(called(await ask('le premier', conversationId))).toEqual([])
  expect(await providersOf(conversationId)).toEqual(['ollama', 'builtin'])
})

it('goes on from a question that the built-in engine asked', async () => {
  hub.estate.ollama.control.respondWith(() => away)
  const conversationId = conversationOf(await ask('débloque un compte'))
  const events = await ask('lucas.perrin', conversationId)
  expect(called(events).length).toBeGreaterThan(0)
})
