import { toolCatalog } from '@hub/contracts'
import { z } from 'zod'
import {
  type ChatEvent,
  type ChatMessage,
  createBuiltinProvider,
  type ToolCall,
  type ToolSpec,
} from '../src/index.ts'

/** Every tool of the catalogue, as the server offers them to a model. */
export const allTools: ToolSpec[] = [...toolCatalog.values()].map(({ name, description, input }) => ({
  name,
  description,
  parameters: z.toJSONSchema(input, { io: 'input' }),
}))

export interface Turn {
  text: string
  calls: { name: string; arguments: unknown }[]
  events: ChatEvent[]
  finish: string | undefined
}

/** One round of the built-in assistant. */
export async function ask(
  messages: ChatMessage[],
  { tools = allTools, locale = 'fr' as 'fr' | 'en' } = {},
): Promise<Turn & { raw: ToolCall[] }> {
  const events: ChatEvent[] = []
  const signal = new AbortController().signal
  for await (const event of createBuiltinProvider().chat({
    model: 'builtin',
    messages,
    tools,
    locale,
    signal,
  })) {
    events.push(event)
  }
  const raw = events.flatMap((event) => (event.type === 'tool_call' ? [event.call] : []))
  return {
    events,
    raw,
    text: events.flatMap((event) => (event.type === 'delta' ? [event.text] : [])).join(''),
    calls: raw.map(({ name, arguments: args }) => ({ name, arguments: args })),
    finish: events.flatMap((event) => (event.type === 'finish' ? [event.reason] : []))[0],
  }
}

export type ToolAnswers = Record<string, (args: Record<string, unknown>) => unknown>

/** Runs a whole turn with canned tool answers, as the server does; gives every round's calls and the final text. */
export async function runTurn(
  messages: ChatMessage[],
  answers: ToolAnswers,
  options: Parameters<typeof ask>[1] = {},
): Promise<{ rounds: Turn['calls'][]; text: string; messages: ChatMessage[] }> {
  const history = [...messages]
  const rounds: Turn['calls'][] = []
  for (let round = 0; round < 10; round++) {
    const turn = await ask(history, options)
    if (turn.raw.length === 0) {
      const answer: ChatMessage = { role: 'assistant', content: turn.text, provider: 'builtin' }
      return { rounds, text: turn.text, messages: [...history, answer] }
    }
    rounds.push(turn.calls)
    history.push({ role: 'assistant', content: turn.text, toolCalls: turn.raw, provider: 'builtin' })
    for (const call of turn.raw) {
      const body = answers[call.name]?.(Object(call.arguments)) ?? {
        status: 'error',
        error: { code: 'NOT_FOUND', message: `${call.name}: not found` },
      }
      history.push({
        role: 'tool',
        content: JSON.stringify({ tool: call.name, ...Object(body) }),
        toolCallId: call.id,
        toolName: call.name,
      })
    }
  }
  throw new Error('the conversation does not end')
}

export const user = (content: string): ChatMessage => ({ role: 'user', content })
