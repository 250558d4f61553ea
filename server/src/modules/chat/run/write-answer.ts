import type { ChatMode, LocalizedText } from '@hub/contracts'
import type { OfferedTool, ToolSession } from '@hub/kernel'
import type { ChatMessage, Fallback, ToolCall } from '@hub/llm'
import type { ChatEngine } from '../engine.ts'
import type { AnswerStream } from './answer-stream.ts'
import { callTools } from './call-tools.ts'
import type { Citations } from './citations.ts'

/** Rounds of tool calls in one answer, at most. */
const maxRounds = 8
/** The same call with the same arguments, at most. */
const maxRepeats = 2

export interface AnswerJob {
  engine: ChatEngine
  mode: ChatMode
  locale: 'fr' | 'en'
  messages: ChatMessage[]
  session: ToolSession | null
  tools: OfferedTool[]
  stream: AnswerStream
  citations: Citations
  signal: AbortSignal
  onProvider(asked: { provider: string; model: string }): void
  onFallback(fallback: Fallback): void
  onText(text: string): void
  /** Tokens of one turn; told even when a later one fails. */
  onUsage(usage: { promptTokens: number; completionTokens: number; estimated: boolean }): void
}

export interface AnswerEnd {
  finishReason: 'stop' | 'length' | 'round_limit'
}

interface Turn {
  text: string
  calls: ToolCall[]
  isCut: boolean
}

/** The tool loop: the model writes and asks, tools answer, until it asks no more or a limit is reached. */
export async function writeAnswer(job: AnswerJob): Promise<AnswerEnd> {
  const messages = [...job.messages]
  const offered = new Map(job.tools.map((tool) => [tool.name, tool]))
  const seen = new Map<string, number>()
  const end: AnswerEnd = { finishReason: 'stop' }
  for (let round = 0; round < maxRounds; round += 1) {
    const turn = await takeTurn(job, messages)
    if (turn.isCut) end.finishReason = 'length'
    if (turn.calls.length === 0) return end
    if (!job.session) return withoutTools(job, turn, end)
    if (turn.calls.some((call) => isRepeated(seen, call))) return { finishReason: 'round_limit' }
    messages.push({ role: 'assistant', content: turn.text, toolCalls: turn.calls })
    const { session, stream, citations, locale, signal } = job
    messages.push(...(await callTools({ session, offered, stream, citations, locale, signal }, turn.calls)))
  }
  return { finishReason: 'round_limit' }
}

const noTools: LocalizedText = {
  fr: 'Le modèle a voulu utiliser un outil, mais il n’y en a pas ici : passez en mode Assistant (accréditation N1).',
  en: 'The model wanted to use a tool, but there is none here: use the Assistant mode (accreditation N1).',
}

/** A model may ask for tools that it was not given; an answer that would be empty says so. */
function withoutTools(job: AnswerJob, turn: Turn, end: AnswerEnd): AnswerEnd {
  if (turn.text.trim() === '') takeText(job, turn, noTools[job.locale])
  return end
}

async function takeTurn(job: AnswerJob, messages: ChatMessage[]): Promise<Turn> {
  const turn: Turn = { text: '', calls: [], isCut: false }
  const tools = job.tools.map(({ name, description, parameters }) => ({ name, description, parameters }))
  const request = { model: job.mode, messages, tools, locale: job.locale, signal: job.signal }
  const listeners = { onProvider: job.onProvider, onFallback: job.onFallback }
  for await (const event of job.engine.chain.chat(request, listeners)) {
    switch (event.type) {
      case 'delta':
        takeText(job, turn, event.text)
        break
      case 'tool_call':
        turn.calls.push(event.call)
        break
      case 'usage':
        job.onUsage(event)
        break
      case 'finish':
        turn.isCut = event.reason === 'length'
    }
  }
  return turn
}

/** The database takes no NUL: one character must not cost the whole answer. */
function takeText(job: AnswerJob, turn: Turn, given: string): void {
  const text = given.replaceAll('\0', '')
  turn.text += text
  job.onText(text)
  job.stream.emit({ type: 'delta', text })
}

function isRepeated(seen: Map<string, number>, call: ToolCall): boolean {
  const key = JSON.stringify([call.name, call.arguments])
  const times = (seen.get(key) ?? 0) + 1
  seen.set(key, times)
  return times > maxRepeats
}
