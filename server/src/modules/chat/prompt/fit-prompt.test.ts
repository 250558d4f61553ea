import type { ChatMessage, ChatRequest } from '@hub/llm'
import { describe, expect, it } from 'vitest'
import { fitPrompt } from './fit-prompt.ts'
import { fitTools } from './fit-tools.ts'

const facts = (contextTokens: number | null) => ({ isInstalled: true, canCallTools: true, contextTokens })
const tool = {
  name: 'glpi_search_tickets',
  description: 'Searches tickets',
  parameters: {
    type: 'object',
    properties: { status: { type: 'string' }, limit: { type: 'integer', minimum: 1 } },
  },
}
const said = (role: 'user' | 'assistant', content: string): ChatMessage => ({ role, content })
const rules: ChatMessage = { role: 'system', content: 'Rules.' }
const result = (id: string, data: unknown): ChatMessage => ({
  role: 'tool',
  toolCallId: id,
  toolName: tool.name,
  content: JSON.stringify({ tool: tool.name, status: 'ok', data }),
})
const requestOf = (messages: ChatMessage[]): ChatRequest => ({
  model: 'm',
  messages,
  tools: [tool],
  locale: 'fr',
  signal: new AbortController().signal,
})
const lengthOf = (messages: ChatMessage[]) => JSON.stringify(messages).length

describe('a prompt', () => {
  it('stays as it is where it fits, and where the context is not known', () => {
    const request = requestOf([rules, said('user', 'x'.repeat(90_000))])
    expect(fitPrompt(request, facts(null)).request).toBe(request)
    const short = requestOf([rules, said('user', 'bonjour')])
    expect(fitPrompt(short, facts(4_096)).request).toBe(short)
  })

  it('keeps the newest of the conversation, and says how much is not shown', () => {
    const history = Array.from({ length: 40 }, (_, n) =>
      said(n % 2 ? 'assistant' : 'user', `${n} ${'x'.repeat(900)}`),
    )
    const { request } = fitPrompt(requestOf([rules, ...history, said('user', 'et alors ?')]), facts(4_096))
    const kept = request.messages.filter(({ role }) => role !== 'system')
    expect(kept.at(-1)?.content).toBe('et alors ?')
    expect(kept.at(-2)?.content.startsWith('39 ')).toBe(true)
    expect(kept.length).toBeLessThan(15)
    expect(request.messages[0]?.content).toMatch(/The \d+ oldest messages of this conversation are not shown/)
    expect(lengthOf(request.messages) / 3.3).toBeLessThan(4_096)
  })

  it('shortens a result that is too long, in its structure, and says what is missing and how to get it', () => {
    const tickets = Array.from({ length: 500 }, (_, n) => ({
      id: n,
      title: `Ticket ${n}`,
      text: 'y'.repeat(300),
    }))
    const turn: ChatMessage[] = [
      { role: 'assistant', content: '', toolCalls: [{ id: 'a', name: tool.name, arguments: {} }] },
      result('a', { total: 500, tickets }),
    ]
    const { request, shortened } = fitPrompt(requestOf([rules, said('user', 'liste'), ...turn]), facts(8_192))
    expect(shortened).toEqual([tool.name])
    const read = JSON.parse(request.messages.at(-1)?.content ?? '')
    expect(read.data.total).toBe(500)
    expect(read.data.tickets.length).toBeGreaterThan(5)
    expect(read.data.tickets[0]).toMatchObject({ id: 0, title: 'Ticket 0' })
    expect(read.leftOut.note).toMatch(
      /NOT complete.*glpi_search_tickets again with narrower arguments \(status, limit\)/,
    )
    expect(read.leftOut.places[0]).toBe(`tickets: first ${read.data.tickets.length} of 500 items`)
    expect(lengthOf(request.messages) / 3.3).toBeLessThan(8_192)
  })

  it('leaves short results whole beside a long one', () => {
    const long = result('a', { lines: Array.from({ length: 4_000 }, (_, n) => `line ${n}`) })
    const short = result('b', { state: 'up' })
    const { request } = fitPrompt(requestOf([rules, said('user', 'état'), long, short]), facts(4_096))
    expect(request.messages.at(-1)).toEqual(short)
    expect(JSON.parse(request.messages.at(-2)?.content ?? '').leftOut.places).toHaveLength(1)
  })
})

describe('tools', () => {
  const many = Array.from({ length: 40 }, (_, n) => ({ ...tool, name: `tool_${n}` }))
  it('lose what the server checks anyway where the context is small, and are left out where it is tiny', () => {
    const request = { ...requestOf([rules, said('user', 'x')]), tools: many }
    expect(fitTools(request, facts(16_384))).toBe(request)
    const slim = fitTools(request, facts(3_000)).tools
    expect(slim).toHaveLength(40)
    expect(slim[0]?.parameters).toEqual({
      type: 'object',
      properties: { status: { type: 'string' }, limit: { type: 'integer' } },
    })
    expect(fitTools(request, facts(1_000)).tools).toEqual([])
  })
})
