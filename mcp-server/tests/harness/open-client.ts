import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { type CallToolResult, CallToolResultSchema } from '@modelcontextprotocol/sdk/types.js'

export interface McpClient {
  client: Client
  call(
    name: string,
    args?: Record<string, unknown>,
    more?: { _meta?: Record<string, unknown>; signal?: AbortSignal; [key: string]: unknown },
  ): Promise<CallToolResult>
}

/** The official client, with `token` and more headers, as an outside program would use it. */
export async function openClient(
  url: string,
  token: string,
  headers: Record<string, string> = {},
): Promise<McpClient> {
  const client = new Client({ name: 'outside', version: '1' })
  const init = { headers: { authorization: `Bearer ${token}`, ...headers } }
  await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit: init }))
  return {
    client,
    call(name, args = {}, { signal, ...more } = {}) {
      const request = { method: 'tools/call', params: { name, arguments: args, ...more } }
      return client.request(request, CallToolResultSchema, { ...(signal && { signal }) })
    },
  }
}

/** The text a model reads. */
export function textOf(result: CallToolResult): string {
  return result.content.map((part) => (part.type === 'text' ? part.text : '')).join('\n')
}

/** One JSON-RPC message, or a batch, over plain HTTP. */
export async function post(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: Headers; text: string; messages: Record<string, unknown>[] }> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const text = await answer.text()
  const isJson = text.startsWith('{') || text.startsWith('[')
  const messages = answer.ok && isJson ? [JSON.parse(text)].flat() : []
  return { status: answer.status, headers: answer.headers, text, messages }
}
