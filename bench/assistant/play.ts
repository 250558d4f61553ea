import { toolCatalog } from '@hub/contracts'
import { type ChatMessage, createBuiltinProvider, understandMessages } from '@hub/llm'
import { z } from 'zod'
import type { Labelled } from './read-utterances.ts'
import { answerOf } from './world.ts'

const mostRounds = 10
const provider = createBuiltinProvider()
const tools = [...toolCatalog.values()].map(({ name, description, input }) => ({
  name,
  description,
  parameters: z.toJSONSchema(input, { io: 'input' }),
}))

export interface Call {
  tool: string
  arguments: Record<string, unknown>
}

export interface Played {
  intentId: string | undefined
  acts: boolean
  calls: Call[]
  text: string
  /** Time of every round of the last turn, in milliseconds. */
  roundMs: number[]
  /** Time to understand the sentence with what came before, in milliseconds. */
  understandMs: number
}

async function playRound(messages: ChatMessage[], locale: 'fr' | 'en') {
  const calls: { id: string; name: string; arguments: unknown }[] = []
  let text = ''
  const signal = new AbortController().signal
  for await (const event of provider.chat({ model: 'builtin', messages, tools, locale, signal })) {
    if (event.type === 'tool_call') calls.push(event.call)
    if (event.type === 'delta') text += event.text
  }
  return { calls, text }
}

/** One turn with the tools of the demo estate, to its answer; adds what was said and called to `messages`. */
async function playTurn(
  messages: ChatMessage[],
  locale: 'fr' | 'en',
): Promise<Omit<Played, 'intentId' | 'acts' | 'understandMs'>> {
  const calls: Call[] = []
  const roundMs: number[] = []
  for (let round = 0; round < mostRounds; round++) {
    const start = performance.now()
    const said = await playRound(messages, locale)
    roundMs.push(performance.now() - start)
    messages.push({ role: 'assistant', content: said.text, toolCalls: said.calls, provider: 'builtin' })
    if (said.calls.length === 0) return { calls, text: said.text, roundMs }
    for (const { id, name, arguments: given } of said.calls) {
      const args: Record<string, unknown> = { ...Object(given) }
      calls.push({ tool: name, arguments: args })
      const content = JSON.stringify({ tool: name, ...Object(answerOf(name, args)) })
      messages.push({ role: 'tool', content, toolCallId: id, toolName: name })
    }
  }
  throw new Error('the conversation does not end')
}

/** Plays an utterance after what was said before it. */
export async function play({ after, text, language }: Labelled): Promise<Played> {
  const messages: ChatMessage[] = []
  for (const earlier of after) {
    messages.push({ role: 'user', content: earlier })
    await playTurn(messages, language)
  }
  messages.push({ role: 'user', content: text })
  const start = performance.now()
  const { intentId, acts } = understandMessages(messages)
  const understandMs = performance.now() - start
  return { intentId, acts, understandMs, ...(await playTurn(messages, language)) }
}
