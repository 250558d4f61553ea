import {
  type ActorAssertion,
  ErrorCode,
  LocalizedText,
  SecurityLevel,
  ToolOutcome,
  toolMeta,
  UpstreamError,
} from '@hub/contracts'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { CallToolResult, Tool } from '@modelcontextprotocol/sdk/types.js'
import { z } from 'zod'
import { signAssertion } from '../auth/assertion.ts'

/** A tool as the MCP server offers it to this actor. */
export interface OfferedTool {
  name: string
  description: string
  parameters: Record<string, unknown>
  level: SecurityLevel
  titles: LocalizedText
}

export type ToolAnswer =
  | { status: 'ok' | 'approval_required'; summary: LocalizedText; outcome: ToolOutcome }
  | { status: 'denied' | 'error'; summary: LocalizedText; code: ErrorCode; reason?: string | undefined }

export interface ToolSession {
  list(): Promise<OfferedTool[]>
  call(call: { name: string; arguments: unknown; callId: string; signal: AbortSignal }): Promise<ToolAnswer>
  close(): Promise<void>
}

/** Opens a way to the tools in the name of one actor. */
export type OpenTools = (assertion: ActorAssertion) => Promise<ToolSession>

/** Longer than the gate takes for one call at most: its truthful answer must arrive. In milliseconds. */
export const longestCallMs = 150_000
const ResultMeta = z.object({ 'hub/summary': LocalizedText })
const FailureMeta = z.object({
  [toolMeta.error]: z.object({ code: ErrorCode, message: LocalizedText, reason: z.string().optional() }),
})

/** Reaches the tools over MCP; each request carries a fresh signed assertion that the model never sees. */
export function mcpTools(options: { url: string; assertionSecret: string }): OpenTools {
  return async (assertion) => {
    const client = new Client({ name: 'hub-server', version: '0.1.0' })
    const transport = new StreamableHTTPClientTransport(new URL(options.url), {
      fetch: (url, init) => {
        const headers = new Headers(init?.headers)
        headers.set('authorization', `Bearer ${signAssertion(options.assertionSecret, assertion)}`)
        return fetch(url, { ...init, headers })
      },
    })
    try {
      await client.connect(transport)
    } catch (cause) {
      throw unreachable(cause)
    }
    return {
      list: async () => (await client.listTools().catch(rethrowUnreachable)).tools.map(presentTool),
      call: (call) => callThrough(client, call),
      close: () => client.close(),
    }
  }
}

function unreachable(cause: unknown): UpstreamError {
  return new UpstreamError('The tools cannot be reached', {
    reason: 'upstream.unreachable',
    params: { system: 'MCP' },
    cause,
  })
}

function rethrowUnreachable(cause: unknown): never {
  throw unreachable(cause)
}

function presentTool(tool: Tool): OfferedTool {
  const { $schema: _, ...parameters } = tool.inputSchema
  return {
    name: tool.name,
    description: tool.description ?? '',
    parameters,
    level: SecurityLevel.parse(tool._meta?.[toolMeta.level]),
    titles: LocalizedText.parse(tool._meta?.[toolMeta.titles]),
  }
}

async function callThrough(client: Client, call: Parameters<ToolSession['call']>[0]): Promise<ToolAnswer> {
  const { name, callId, signal } = call
  const isObject =
    typeof call.arguments === 'object' && call.arguments !== null && !Array.isArray(call.arguments)
  const params = {
    name,
    arguments: isObject ? (call.arguments as Record<string, unknown>) : { arguments: call.arguments },
    _meta: { [toolMeta.callId]: callId },
  }
  try {
    const result = await client.callTool(params, undefined, { signal, timeout: longestCallMs })
    return readResult(result as CallToolResult)
  } catch (error) {
    if (signal.aborted) throw error
    return {
      status: 'error',
      code: 'UPSTREAM_FAILED',
      summary: { fr: 'L’outil n’a pas répondu.', en: 'The tool did not answer.' },
    }
  }
}

function readResult(result: CallToolResult): ToolAnswer {
  if (result.isError) return readFailure(result)
  const outcome = ToolOutcome.parse(result.structuredContent)
  const { 'hub/summary': summary } = ResultMeta.parse(result._meta)
  return { status: outcome.status, summary, outcome }
}

const refusals: ErrorCode[] = ['FORBIDDEN', 'VALIDATION', 'CONFLICT']

function readFailure(result: CallToolResult): ToolAnswer {
  const failure = FailureMeta.safeParse(result._meta).data?.[toolMeta.error]
  if (!failure) {
    const summary = { fr: 'L’outil a échoué.', en: 'The tool failed.' }
    return { status: 'error', code: 'INTERNAL', summary }
  }
  const { code, reason, message: summary } = failure
  return { status: refusals.includes(code) ? 'denied' : 'error', code, reason, summary }
}
