import type { ChatMode, Locale, LocalizedText } from '@hub/contracts'
import type { AskedModel, ChatMessage, ChatRequest, Fallback, ToolCall } from '@hub/llm'
import type { ChatEngine } from '../engine.ts'
import { fitPrompt } from '../prompt/fit-prompt.ts'
import { fitTools } from '../prompt/fit-tools.ts'
import { callTools } from './call-tools.ts'
import { CitationFilter } from './citation-filter.ts'
import type { Citations } from './citations.ts'
import { refuseCall } from './tool-message.ts'
import type { ToolWork } from './tool-work.ts'

/** The same call with the same arguments, at most. */
const maxRepeats = 2

export interface AnswerJob {
  engine: ChatEngine
  mode: ChatMode
  locale: Locale
  messages: ChatMessage[]
  /** How many messages of the conversation are older than these. */
  missing: number
  /** Null where there are no tools. */
  work: ToolWork | null
  citations: Citations
  /** Rounds of tool calls, at most. */
  maxRounds: number
  signal: AbortSignal
  /** Is the user's quota spent, this answer included? Asked before each further turn. */
  isQuotaSpent(): Promise<boolean>
  onProvider(asked: AskedModel): void
  onFallback(fallback: Fallback): void
  /** The model is asked without tools: it cannot call any, or its context is too small for them. */
  onWithoutTools(asked: AskedModel): void
  onText(text: string): void
  onInventedCitations(count: number): void
  /** Tokens of one turn; told even when a later one fails. */
  onUsage(usage: { promptTokens: number; completionTokens: number; estimated: boolean }): void
}

export interface AnswerEnd {
  finishReason: 'stop' | 'length' | 'round_limit' | 'token_limit'
}

interface Turn {
  text: string
  calls: ToolCall[]
  isCut: boolean
}

/** The tool loop: the model writes and asks, tools answer, until it asks no more or a limit is reached. */
export async function writeAnswer(job: AnswerJob): Promise<AnswerEnd> {
  const messages = [...job.messages]
  const { work } = job
  const seen = new Map<string, number>()
  for (let round = 0; round < job.maxRounds; round += 1) {
    const turn = await takeTurn(job, messages, true)
    const end: AnswerEnd = { finishReason: turn.isCut ? 'length' : 'stop' }
    if (turn.calls.length === 0) return end
    if (!work) return withoutTools(job, turn, end)
    messages.push({ role: 'assistant', content: turn.text, toolCalls: turn.calls })
    const fresh = turn.calls.filter((call) => !isRepeated(seen, call))
    const answers = await callTools(work, fresh)
    messages.push(...turn.calls.map((call) => answers[fresh.indexOf(call)] ?? refuseCall(call, repeated)))
    if (await job.isQuotaSpent()) return { finishReason: 'token_limit' }
    if (fresh.length === 0) break
  }
  await takeTurn(job, withLastWord(messages), false)
  return { finishReason: 'round_limit' }
}

const repeated = 'This very call was made before; its result is above. It did not run again.'

/** Said with the last result, the only place where every model server takes it. */
function withLastWord(messages: ChatMessage[]): ChatMessage[] {
  const last = messages.at(-1)
  if (last?.role !== 'tool') return messages
  const result: unknown = JSON.parse(last.content)
  const note = 'No more tools can be called. Answer now from the results, and say what could not be checked.'
  const content = JSON.stringify({ ...(typeof result === 'object' ? result : {}), note })
  return [...messages.slice(0, -1), { ...last, content }]
}

const noTools: LocalizedText = {
  fr: 'Le modèle a voulu utiliser un outil, mais il n’y en a pas ici : passez en mode Assistant (accréditation N1).',
  en: 'The model wanted to use a tool, but there is none here: use the Assistant mode (accreditation N1).',
}

/** A model may ask for tools that it was not given; an answer that would be empty says so. */
function withoutTools(job: AnswerJob, turn: Turn, end: AnswerEnd): AnswerEnd {
  if (turn.text.trim() === '') job.onText(noTools[job.locale])
  return end
}

/** Brackets of code are no citations. */
const anyPassage = { has: () => true }

async function takeTurn(job: AnswerJob, messages: ChatMessage[], mayCall: boolean): Promise<Turn> {
  const turn: Turn = { text: '', calls: [], isCut: false }
  const filter = new CitationFilter(job.mode === 'code' ? anyPassage : job.citations)
  const take = (text: string) => {
    if (text === '') return
    turn.text += text
    job.onText(text)
  }
  try {
    for await (const event of ask(job, messages, mayCall)) {
      // The database takes no NUL: one character must not cost the whole answer.
      if (event.type === 'delta') take(filter.push(event.text.replaceAll('\0', '')))
      else if (event.type === 'tool_call') turn.calls.push(event.call)
      else if (event.type === 'usage') job.onUsage(event)
      else turn.isCut = event.reason === 'length'
    }
  } finally {
    take(filter.end())
    if (filter.removed > 0) job.onInventedCitations(filter.removed)
  }
  return turn
}

function ask(job: AnswerJob, messages: ChatMessage[], mayCall: boolean) {
  const offered = mayCall ? [...(job.work?.offered.values() ?? [])] : []
  const tools = offered.map(({ name, description, parameters }) => ({ name, description, parameters }))
  const request = { model: job.mode, messages, tools, locale: job.locale, signal: job.signal }
  let asked: AskedModel | undefined
  return job.engine.chain.chat(request, {
    onProvider: (model) => {
      asked = model
      job.onProvider(model)
    },
    onFallback: job.onFallback,
    onWithoutTools: job.onWithoutTools,
    fit(given, facts) {
      const usable = fitTools(given, facts)
      const isBare = tools.length > 0 && usable.tools.length === 0
      if (isBare && given.tools.length > 0 && asked) {
        job.onWithoutTools(asked)
        job.onProvider(asked)
      }
      const { request: fitted, shortened } = fitPrompt(isBare ? saidToHaveNone(usable) : usable, {
        ...facts,
        missing: job.missing,
      })
      for (const tool of shortened) job.work?.metrics.shortenedResults.inc({ tool })
      return fitted
    },
  })
}

/** A model that is asked without its tools must not pretend to have used them. */
function saidToHaveNone(request: ChatRequest): ChatRequest {
  const line =
    'In this answer you have NO tools: never pretend to have read a system, and say what you cannot check.'
  const [system, ...rest] = request.messages
  if (system?.role !== 'system') return request
  return { ...request, messages: [{ ...system, content: `${system.content}\n${line}` }, ...rest] }
}

function isRepeated(seen: Map<string, number>, call: ToolCall): boolean {
  const key = JSON.stringify([call.name, call.arguments])
  const times = (seen.get(key) ?? 0) + 1
  seen.set(key, times)
  return times > maxRepeats
}
