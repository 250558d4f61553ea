import type { ChatMessage, ToolSpec } from '@hub/llm'
import { type LeftOut, shortenJson } from './shorten-json.ts'

/** Places that are named one by one; of more, only the number. */
const namedPlaces = 12
/** Room for the statement of what was left out. */
const statementLength = 700

/**
 * A tool result in at most about `limit` characters, as JSON that says what was left out and how to ask for it; the
 * whole of it stays in the execution record.
 */
export function shortenResult(message: ChatMessage, limit: number, tools: ToolSpec[]): ChatMessage {
  if (message.content.length <= limit) return message
  const { data, ...envelope } = asRecord(message.content)
  const room = limit - JSON.stringify(envelope).length - statementLength
  const { value, leftOut } = shortenJson(data, Math.max(0, room))
  const content = JSON.stringify({ ...envelope, data: value, leftOut: statement(leftOut, message, tools) })
  return { ...message, content }
}

function asRecord(content: string): Record<string, unknown> {
  const parsed: unknown = JSON.parse(content)
  return typeof parsed === 'object' && parsed !== null ? { ...parsed } : { data: parsed }
}

function statement(leftOut: LeftOut[], { toolName }: ChatMessage, tools: ToolSpec[]) {
  const tool = tools.find(({ name }) => name === toolName)
  const names = Object.keys(asObject(tool?.parameters.properties))
  const how = names.length > 0 ? ` with narrower arguments (${names.join(', ')})` : ' with narrower arguments'
  const shortestPaths = leftOut.toSorted((a, b) => a.path.length - b.path.length).slice(0, namedPlaces)
  return {
    note: `This result was too long and was shortened: it is NOT complete. Say so, and to see the rest call ${toolName ?? 'the tool'} again${how}.`,
    places: shortestPaths.map(
      ({ path, shown, of, unit }) => `${path || 'data'}: first ${shown} of ${of} ${unit}`,
    ),
    ...(leftOut.length > namedPlaces && { morePlaces: leftOut.length - namedPlaces }),
  }
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}
