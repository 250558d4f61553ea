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

it('a text is not cut within a character', () => {
  for (const start of ['', 'x']) {
    const { messages } = fitPrompt(
      requestOf([rules, said('user', start + '🖨'.repeat(9_000))]),
      facts(4_096),
    ).request
    expect(messages[1]?.content).toMatch(/characters left out/)
    expect(messages[1]?.content.isWellFormed()).toBe(true)
  }
})

describe('quoted data', () => {
  const quote = (data: unknown): ChatMessage => ({
    role: 'user',
    content: `As JSON data.\n${JSON.stringify(data)}`,
    isData: true,
  })
  const known = Array.from({ length: 40 }, (_, n) => ({ id: n, title: `Alert ${n} ${'m'.repeat(100)}` }))
  const moment = quote({ kind: 'ticket', id: '1234', known })
  const files = quote([
    { name: 'a.log', content: 'a'.repeat(8_000) },
    { name: 'b.log', content: 'b'.repeat(8_000) },
  ])
  const question = said('user', 'Que disent ces fichiers ? '.repeat(80))
  const fit = (messages: ChatMessage[], contextTokens: number) =>
    fitPrompt(requestOf(messages), facts(contextTokens)).request.messages

  it('is shortened before the question is, and says what is left out', () => {
    for (const context of [2_048, 4_096, 8_192]) {
      const messages = fit([rules, moment, files, question], context)
      expect(messages.at(-1)).toEqual(question)
      expect(messages.at(-2)?.content).toMatch(
        /shortened further.*first \d+ of 8000 characters|is not shown to you/,
      )
      expect(lengthOf(messages) / 3.3).toBeLessThan(context)
    }
  })

  it('gives way to the conversation, the files before what is known of the moment', () => {
    const talk = [said('user', `début ${'x'.repeat(1_500)}`), said('assistant', 'y'.repeat(1_500))]
    const messages = fit([rules, ...talk, moment, files, question], 5_500)
    expect(messages.slice(0, 4)).toEqual([rules, ...talk, moment])
    expect(messages[4]?.content.length).toBeLessThan(files.content.length)
  })

  it('keeps a part of its own beside a long conversation', () => {
    const talk = Array.from({ length: 30 }, (_, n) => said(n % 2 ? 'assistant' : 'user', 'x'.repeat(800)))
    const messages = fit([rules, ...talk, files, question], 8_192)
    expect(messages.at(-2)?.content).toMatch(/aaa.*shortened further/s)
    expect(messages[0]?.content).toMatch(/The \d+ oldest messages/)
    expect(lengthOf(messages) / 3.3).toBeLessThan(8_192)
  })
})

it('the oldest messages that were never read count among those that are not shown', () => {
  const history = Array.from({ length: 10 }, (_, n) => said(n % 2 ? 'assistant' : 'user', 'x'.repeat(1_500)))
  const request = requestOf([rules, ...history, said('user', 'et alors ?')])
  const missingIn = (contextTokens: number | null) => {
    const { messages } = fitPrompt(request, { contextTokens, missing: 12 }).request
    expect(messages[0]?.content.match(/oldest/g)).toHaveLength(1)
    return Number(/The (\d+) oldest/.exec(messages[0]?.content ?? '')?.[1]) + messages.length - 2
  }
  expect(missingIn(null)).toBe(12 + 10)
  expect(missingIn(4_096)).toBe(12 + 10)
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
