import type { ChatMessage, ChatRequest, ModelFacts } from '@hub/llm'
import { shortenData } from './shorten-data.ts'
import { shortenResult } from './shorten-result.ts'
import { answerTokens, charactersPerToken, toolTokens } from './token-budget.ts'

/** A shortened message or result is not made smaller than this, in characters. */
const smallest = 400
/** For the line that says how many old messages are missing. */
const missingNote = 150
/** Of what rules and question leave, each message of quoted data keeps this share. */
const dataShare = 0.2

const lengthOf = ({ content, toolCalls = [] }: ChatMessage) =>
  content.length + (toolCalls.length > 0 ? JSON.stringify(toolCalls).length : 0)
const sum = (messages: ChatMessage[]) => messages.reduce((total, message) => total + lengthOf(message), 0)

export interface FittedRequest {
  request: ChatRequest
  /** Tools whose results were shortened. */
  shortened: string[]
}

/**
 * The request in the context of its model: rules and question first, then the results of this turn, newest first,
 * then the conversation, newest first. Quoted data is shortened before all of them, the last message first. What is
 * shortened says so, and so do the rules of the oldest messages, of which `missing` are not in the request.
 */
export function fitPrompt(
  request: ChatRequest,
  { contextTokens, missing = 0 }: Pick<ModelFacts, 'contextTokens'> & { missing?: number },
): FittedRequest {
  const whole = () => ({ request: withMissing(request, missing), shortened: [] })
  if (contextTokens === null) return whole()
  const tokens = contextTokens - answerTokens(contextTokens) - toolTokens(request.tools)
  const room = Math.floor(tokens * charactersPerToken) - missingNote
  if (sum(request.messages) <= room) return whole()
  const asked = request.messages.findLastIndex(({ role }) => role === 'user')
  const system = request.messages.filter(({ role }) => role === 'system')
  const question = shortenText(request.messages.slice(asked, asked + 1), (room - sum(system)) * 0.8)
  const turn = request.messages.slice(asked + 1)
  const before = request.messages.slice(0, asked).filter(({ role }) => role !== 'system')
  const history = before.filter(({ isData }) => isData !== true)
  const quoted = before.filter(({ isData }) => isData === true)
  const left = room - sum(system) - sum(question) - sum(turn.filter(({ role }) => role !== 'tool'))
  const least = left * dataShare
  const results = fitResults(turn, left - leastOf(quoted, least), request)
  const leftNow = left - sum(results.messages.filter(({ role }) => role === 'tool'))
  const data = fitData(quoted, { room: leftNow - sum(history), least })
  const kept = fitHistory(history, leftNow - sum(data))
  const messages = [
    ...tellMissing(system, missing + history.length - kept.length),
    ...kept,
    ...data,
    ...question,
    ...results.messages,
  ]
  return { request: { ...request, messages }, shortened: results.shortened }
}

const leastOf = (quoted: ChatMessage[], least: number) =>
  quoted.reduce((total, message) => total + Math.min(lengthOf(message), least), 0)

/** Takes what is too much from the last message first, and from each only down to `least`. */
function fitData(quoted: ChatMessage[], { room, least }: { room: number; least: number }): ChatMessage[] {
  let excess = sum(quoted) - room
  const fitted = quoted.toReversed().map((message) => {
    if (excess <= 0) return message
    const short = shortenData(message, Math.floor(Math.max(least, lengthOf(message) - excess)))
    excess -= lengthOf(message) - lengthOf(short)
    return short
  })
  return fitted.toReversed()
}

function withMissing(request: ChatRequest, missing: number): ChatRequest {
  return missing === 0 ? request : { ...request, messages: tellMissing(request.messages, missing) }
}

function tellMissing(system: ChatMessage[], missing: number): ChatMessage[] {
  const [rules, ...others] = system
  if (!rules || missing === 0) return system
  const note = `The ${missing} oldest messages of this conversation are not shown to you: say so if they are asked about.`
  return [{ ...rules, content: `${rules.content}\n${note}` }, ...others]
}

/** Results share their room; short ones leave theirs to the long ones, and of those the newest gets the most. */
function fitResults(turn: ChatMessage[], room: number, { tools }: ChatRequest) {
  const results = turn.filter(({ role }) => role === 'tool')
  if (sum(results) <= room) return { messages: turn, shortened: [] }
  const fitted = new Map<ChatMessage, ChatMessage>()
  let left = room
  for (const [index, message] of results.toReversed().entries()) {
    const older = results.length - 1 - index
    const limit = Math.max(smallest, Math.floor(older > 0 ? Math.max(left / 2, left / (older + 1)) : left))
    const short = shortenResult(message, limit, tools)
    fitted.set(message, short)
    left -= lengthOf(short)
  }
  return {
    messages: turn.map((message) => fitted.get(message) ?? message),
    shortened: results.flatMap((message) =>
      fitted.get(message) === message ? [] : [message.toolName ?? ''],
    ),
  }
}

function fitHistory(history: ChatMessage[], room: number): ChatMessage[] {
  const kept: ChatMessage[] = []
  let left = room
  for (const message of history.toReversed()) {
    const length = lengthOf(message)
    if (length > left) {
      if (kept.length === 0 && left >= smallest) kept.unshift(...shortenText([message], left))
      break
    }
    kept.unshift(message)
    left -= length
  }
  return kept
}

/** Keeps the beginning and the end of a text that is too long, and says how much is missing between them. */
function shortenText(messages: ChatMessage[], room: number): ChatMessage[] {
  return messages.map((message) => {
    const limit = Math.max(smallest, Math.floor(room))
    if (message.content.length <= limit) return message
    const half = Math.floor((limit - 100) / 2)
    const missing = message.content.length - 2 * half
    const { content } = message
    const [first, last] = [content.slice(0, half), content.slice(-half)]
    const note = `\n[... ${missing} characters left out: the context of this model is too small ...]\n`
    return { ...message, content: `${first.toWellFormed()}${note}${last.toWellFormed()}` }
  })
}
