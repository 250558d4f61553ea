import { randomUUID } from 'node:crypto'
import { toolCatalog, toolMeta } from '@hub/contracts'
import { allow } from './allow.ts'
import type { Arena, Victim } from './arena.ts'
import { addTo, type Sent } from './ledger.ts'

export interface RawCall {
  name: unknown
  arguments?: unknown
  _meta?: Record<string, unknown>
  /** More members of `params`. */
  more?: Record<string, unknown>
}

/** Calls a tool in a victim's name, as the attacker wants it, and writes down what came of it. */
export async function attack(arena: Arena, victim: Victim, call: RawCall): Promise<Sent> {
  const callId = randomUUID()
  const params = {
    ...call.more,
    name: call.name,
    ...(call.arguments !== undefined && { arguments: call.arguments }),
    _meta: { ...call._meta, [toolMeta.callId]: callId },
  }
  const { status, text } = await postMcp(arena, victim.token(), { method: 'tools/call', params })
  const sent: Sent = {
    callId,
    tool: String(call.name),
    args: call.arguments,
    victim,
    ...readAnswer(status, text),
    text,
  }
  remember(arena, sent)
  return sent
}

/** One JSON-RPC request with any bearer token. */
export async function postMcp(
  { hub }: Arena,
  token: string,
  body: Record<string, unknown>,
): Promise<{ status: number; text: string }> {
  const answer = await fetch(hub.mcpUrl, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, ...body }),
  })
  return { status: answer.status, text: await answer.text() }
}

interface WireAnswer {
  error?: unknown
  result?: {
    isError?: boolean
    structuredContent?: {
      status?: string
      data?: Record<string, unknown>
      approval?: { approvalId?: string }
    }
    _meta?: Record<string, { code?: string }>
  }
}

function readAnswer(status: number, text: string): Pick<Sent, 'status' | 'code' | 'data' | 'approvalId'> {
  const nothing = { data: {}, approvalId: undefined }
  if (status === 401) return { ...nothing, status: 'unauthorized', code: 'UNAUTHORIZED' }
  if (status !== 200) return { ...nothing, status: 'error', code: String(status) }
  const { error, result }: WireAnswer = JSON.parse(text)
  if (error || !result) return { ...nothing, status: 'error', code: 'RPC' }
  if (result.isError) {
    const code = result._meta?.[toolMeta.error]?.code
    const isDenied = code === 'FORBIDDEN' || code === 'VALIDATION' || code === 'CONFLICT'
    return { ...nothing, status: isDenied ? 'denied' : 'error', code }
  }
  const { status: outcome, data, approval } = result.structuredContent ?? {}
  return {
    status: outcome === 'ok' ? 'ok' : 'approval_required',
    code: undefined,
    data: data ?? {},
    approvalId: approval?.approvalId,
  }
}

/** Keeps the answer for the searches at the end, and what it allows to be seen. */
export function remember({ ledger, world }: Arena, sent: Sent): void {
  ledger.sent.push(sent)
  ledger.told.push(sent.text)
  addTo(ledger.statuses, sent.status)
  if (sent.approvalId) ledger.waiting.add(sent.approvalId)
  if (sent.status === 'ok' && toolCatalog.has(sent.tool)) allow(ledger, world, sent)
}
