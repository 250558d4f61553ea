import type { ChatBody, ChatMessage } from './chat-request.ts'
import { badRequest } from './errors.ts'

type Role = ChatMessage['role']

const order = { type: 'invalid_request_message_order', code: '3230' }
const functionCall = { type: 'invalid_function_call', code: '3280' }
const idPattern = /^[a-zA-Z0-9]{9}$/
const namePattern = /^[a-zA-Z0-9_-]{1,64}$/

const allowedAfter: Record<Role | 'start', readonly Role[]> = {
  start: ['system', 'user', 'assistant'],
  system: ['system', 'user', 'assistant'],
  user: ['user', 'assistant'],
  assistant: ['user', 'assistant', 'tool'],
  tool: ['tool', 'assistant'],
}

const callsOf = (message: ChatMessage | undefined) =>
  message?.role === 'assistant' ? (message.tool_calls ?? []) : []

/**
 * The rules of a conversation (protocols/mistral 1.1): order of roles, one tool message per call, ids of nine
 * letters or digits, last message from user or tool. Throws `MistralError` 400.
 */
export function checkMessages({ messages, tools }: ChatBody): void {
  for (const tool of tools ?? []) checkFunctionName(tool.function.name)
  for (const [index, message] of messages.entries()) {
    checkOrder(message.role, messages[index - 1]?.role)
    checkMessage(message)
    if (callsOf(message).length > 0) checkAnswers(messages, index)
    else if (messages[index + 1]?.role === 'tool' && message.role === 'assistant') throw unequalCalls()
  }
  checkLast(messages.at(-1))
}

function checkOrder(role: Role, previous: Role | undefined): void {
  if (allowedAfter[previous ?? 'start'].includes(role)) return
  const after = previous ? ` after role '${previous}'` : ''
  throw badRequest(`Unexpected role '${role}'${after}`, order)
}

function checkMessage(message: ChatMessage): void {
  if (message.role === 'assistant') {
    const calls = callsOf(message)
    if (!message.content?.length && calls.length === 0) {
      throw badRequest('Assistant message must have either content or tool_calls, but not none.', {
        type: 'invalid_request_assistant_message',
        code: '3240',
      })
    }
    for (const call of calls) {
      checkId(call.id)
      checkFunctionName(call.function.name)
    }
  }
  if (message.role === 'tool' && message.tool_call_id != null) checkId(message.tool_call_id)
}

function checkId(id: string): void {
  if (idPattern.test(id)) return
  throw badRequest(`Tool call id was ${id} but must be a-z, A-Z, 0-9, with a length of 9.`, functionCall)
}

function checkFunctionName(name: string): void {
  if (namePattern.test(name)) return
  throw badRequest(
    `Function name was ${name} but must be a-z, A-Z, 0-9, or contain underscores and dashes, with a maximum length of 64.`,
    functionCall,
  )
}

function checkAnswers(messages: readonly ChatMessage[], index: number): void {
  const calls = callsOf(messages[index])
  const rest = messages.slice(index + 1)
  const end = rest.findIndex(({ role }) => role !== 'tool')
  const answers = end < 0 ? rest : rest.slice(0, end)
  if (answers.length !== calls.length) throw unequalCalls()
  const ids = new Set(calls.map(({ id }) => id))
  for (const answer of answers) {
    const id = answer.role === 'tool' ? answer.tool_call_id : undefined
    if (id != null && !ids.delete(id))
      throw badRequest(`Unexpected tool call id ${id} in tool results`, order)
  }
}

function unequalCalls(): Error {
  return badRequest('Not the same number of function calls and responses', order)
}

function checkLast(last: ChatMessage | undefined): void {
  const isPrefix = last?.role === 'assistant' && last.prefix === true
  if (last?.role === 'user' || last?.role === 'tool' || isPrefix) return
  throw badRequest(
    `Expected last role User or Tool (or Assistant with prefix True) for serving but got ${last?.role ?? 'none'}`,
    order,
  )
}
