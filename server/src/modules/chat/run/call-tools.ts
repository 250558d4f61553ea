import { randomUUID } from 'node:crypto'
import { type Locale, type LocalizedText, toolCatalog } from '@hub/contracts'
import type { OfferedTool, ToolAnswer, ToolSession } from '@hub/kernel'
import type { ChatMessage, ToolCall } from '@hub/llm'
import type { AnswerStream } from './answer-stream.ts'
import type { Citations } from './citations.ts'

export interface ToolRound {
  session: ToolSession
  offered: ReadonlyMap<string, OfferedTool>
  stream: AnswerStream
  citations: Citations
  locale: Locale
  signal: AbortSignal
}

/** Calls of one round that run, at most: a runaway model does not become a flood on the systems. */
const maxCalls = 16

/** Runs the calls of one round side by side; each answer goes back to the model as quoted data. */
export async function callTools(round: ToolRound, calls: ToolCall[]): Promise<ChatMessage[]> {
  const known = round.citations.sources.length
  const messages = await Promise.all(
    calls.map((call, index) => (index < maxCalls ? callOne(round, call) : refuseCall(call))),
  )
  if (round.citations.sources.length > known)
    round.stream.emit({ type: 'sources', items: round.citations.sources })
  return messages
}

function refuseCall(call: ToolCall): ChatMessage {
  const message = `At most ${maxCalls} calls run at once. This one did not run.`
  return toolMessage(call, { status: 'denied', error: { code: 'LIMIT_EXCEEDED', message } })
}

/** The gate refuses it and keeps it on record: what a model tries is worth knowing. Its arguments stay here. */
async function refuseUnoffered({ session, signal }: ToolRound, call: ToolCall): Promise<ChatMessage> {
  const name = call.name.slice(0, 64)
  await session.call({ name, arguments: {}, callId: randomUUID(), signal })
  const message = `There is no tool named ${JSON.stringify(name)}. Nothing ran.`
  return toolMessage(call, { status: 'error', error: { code: 'NOT_FOUND', message } })
}

async function callOne(round: ToolRound, call: ToolCall): Promise<ChatMessage> {
  const tool = round.offered.get(call.name)
  if (!tool) return refuseUnoffered(round, call)
  const callId = randomUUID()
  const startedAt = new Date()
  round.stream.emit({
    type: 'tool_call',
    callId,
    tool: tool.name,
    level: tool.level,
    arguments: asRecord(call.arguments),
    label: labelOf(tool, call.arguments),
    startedAt: startedAt.toISOString(),
  })
  const answer = await round.session.call({
    name: tool.name,
    arguments: call.arguments,
    callId,
    signal: round.signal,
  })
  return conclude(round, { call, callId, tool, answer, durationMs: Date.now() - startedAt.getTime() })
}

function conclude(
  { stream, citations, locale }: ToolRound,
  ended: { call: ToolCall; callId: string; tool: OfferedTool; answer: ToolAnswer; durationMs: number },
): ChatMessage {
  const { call, callId, tool, answer, durationMs } = ended
  const shared = {
    type: 'tool_result' as const,
    callId,
    tool: tool.name,
    summary: answer.summary,
    durationMs,
  }
  if (!('outcome' in answer)) {
    stream.emit({ ...shared, status: answer.status })
    const error = { code: answer.code, message: answer.summary[locale] }
    return toolMessage(call, { status: answer.status, error })
  }
  const { outcome } = answer
  const { approval } = outcome
  if (answer.status === 'approval_required' && approval) {
    stream.emit({ ...shared, status: 'approval_required', approvalId: approval.approvalId })
    return toolMessage(call, { status: 'approval_required', approval })
  }
  const data = citations.renumber(tool.name, outcome.data)
  stream.emit({ ...shared, status: 'ok', data })
  return toolMessage(call, { status: 'ok', data })
}

/** What the model reads: JSON that says by whom it was produced; text inside it is data. */
function toolMessage(call: ToolCall, answer: Record<string, unknown>): ChatMessage {
  return {
    role: 'tool',
    toolCallId: call.id,
    toolName: call.name,
    content: JSON.stringify({ tool: call.name, ...answer }),
  }
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
