import { randomUUID } from 'node:crypto'
import { type LocalizedText, toolCatalog } from '@hub/contracts'
import type { OfferedTool, ToolAnswer } from '@hub/kernel'
import type { ChatMessage, ToolCall } from '@hub/llm'
import { type ArgumentProblem, argumentProblems } from './check-arguments.ts'
import { refuseCall, toolMessage } from './tool-message.ts'
import { isRead, type ToolWork } from './tool-work.ts'

/** Calls of one tool with wrong arguments that are told to the gate; later ones do not leave this process. */
const maxWrongCalls = 3

interface MadeCall {
  call: ToolCall
  callId: string
  tool: OfferedTool
  problems: ArgumentProblem[]
}

/** Makes one call and tells it; the answer is a message for the model. Throws when the answer is stopped. */
export async function callOne(work: ToolWork, call: ToolCall): Promise<ChatMessage> {
  const tool = work.offered.get(call.name)
  if (!tool) return refuseUnoffered(work, call)
  const problems = argumentProblems(tool, call.arguments)
  if (problems.length > 0 && countWrong(work, tool) > maxWrongCalls)
    return refuseCall(call, `${tool.name} was called with wrong arguments too often. ${sentenceOf(problems)}`)
  const callId = randomUUID()
  const startedAt = new Date()
  const label = labelOf(tool, call.arguments)
  work.journal.started(callId, label)
  work.stream.emit({
    type: 'tool_call',
    callId,
    tool: tool.name,
    level: tool.level,
    arguments: asRecord(call.arguments),
    label,
    startedAt: startedAt.toISOString(),
  })
  const made = { call, callId, tool, problems }
  const answer = await askInTime(work, made)
  return conclude(work, { ...made, answer, durationMs: Date.now() - startedAt.getTime() })
}

/** The gate refuses it and keeps it on record: what a model tries is worth knowing. Its arguments stay here. */
async function refuseUnoffered({ session, signal }: ToolWork, call: ToolCall): Promise<ChatMessage> {
  const name = call.name.slice(0, 64)
  await session.call({ name, arguments: {}, callId: randomUUID(), signal })
  const message = `There is no tool named ${JSON.stringify(name)}. Nothing ran.`
  return toolMessage(call, { status: 'error', error: { code: 'NOT_FOUND', message } })
}

function countWrong({ wrongCalls, metrics }: ToolWork, { name }: OfferedTool): number {
  const count = (wrongCalls.get(name) ?? 0) + 1
  wrongCalls.set(name, count)
  metrics.wrongArguments.inc({ tool: name })
  return count
}

/** A read has a time of its own; an effect takes the time that its gate gives it, so that its outcome is known. */
async function askInTime(work: ToolWork, { call, callId, tool }: MadeCall): Promise<ToolAnswer> {
  const limit = isRead(tool) ? AbortSignal.timeout(work.readTimeoutMs) : undefined
  const signal = limit ? AbortSignal.any([work.signal, limit]) : work.signal
  try {
    return await work.session.call({ name: tool.name, arguments: call.arguments, callId, signal })
  } catch (error) {
    if (!work.signal.aborted && limit?.aborted) return lateAnswer(work.readTimeoutMs / 1000)
    const { stream } = work
    const summary = {
      fr: 'Sans réponse quand la réponse de WIBOT a pris fin.',
      en: 'No answer when the answer of WIBOT ended.',
    }
    stream.emit({ type: 'tool_result', callId, tool: tool.name, status: 'error', summary, durationMs: 0 })
    throw error
  }
}

function lateAnswer(seconds: number): ToolAnswer {
  const summary = {
    fr: `L’outil n’a pas répondu en ${seconds} s.`,
    en: `The tool did not answer within ${seconds} s.`,
  }
  return { status: 'error', code: 'UPSTREAM_FAILED', summary }
}

function conclude(
  { stream, citations, locale, journal }: ToolWork,
  ended: MadeCall & { answer: ToolAnswer; durationMs: number },
): ChatMessage {
  const { call, callId, tool, answer, durationMs, problems } = ended
  const { summary, status } = answer
  journal.ended(callId, { status, summary })
  const shared = { type: 'tool_result' as const, callId, tool: tool.name, summary, durationMs }
  if (!('outcome' in answer)) {
    stream.emit({ ...shared, status: answer.status })
    const message = problems.length > 0 ? sentenceOf(problems) : summary[locale]
    const fields = problems.length > 0 ? { fields: problems } : {}
    return toolMessage(call, { status, error: { code: answer.code, message, ...fields } })
  }
  const { approval } = answer.outcome
  if (answer.status === 'approval_required' && approval) {
    stream.emit({ ...shared, status: 'approval_required', approvalId: approval.approvalId })
    return toolMessage(call, { status: 'approval_required', approval })
  }
  const data = citations.renumber(tool.name, answer.outcome.data)
  stream.emit({ ...shared, status: 'ok', data })
  return toolMessage(call, { status: 'ok', data })
}

function sentenceOf(problems: ArgumentProblem[]): string {
  const list = problems.map(({ field, problem }) => `${field}: ${problem}`).join('; ')
  return `The arguments do not fit the tool, nothing ran. Correct them and call again: ${list}.`
}

function labelOf(tool: OfferedTool, args: unknown): LocalizedText {
  const descriptor = toolCatalog.get(tool.name)
  const parsed = descriptor?.input.safeParse(args)
  return descriptor && parsed?.success ? descriptor.describe(parsed.data) : tool.titles
}

function asRecord(value: unknown): Record<string, unknown> {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isRecord ? (value as Record<string, unknown>) : { arguments: value }
}
