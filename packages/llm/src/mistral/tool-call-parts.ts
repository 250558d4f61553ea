import type { ToolCall } from '../provider.ts'
import { parseToolArguments } from '../tool-arguments.ts'
import { newToolCallId } from '../tool-call-id.ts'

/** A tool call, or a part of one, as the SDK gives it; missing ids arrive as the text "null". */
export interface ToolCallPart {
  id?: string | undefined
  index?: number | undefined
  function: { name?: string | undefined; arguments: unknown }
}

interface GatheredCall {
  id: string | undefined
  index: number
  name: string
  text: string
  object: unknown
}

const idOf = ({ id }: ToolCallPart) => (id === undefined || id === 'null' || id === '' ? undefined : id)

/** Puts tool calls together from their parts: by index, and by id where a server gives every call the same index. */
export function createToolCallGatherer(): { add(part: ToolCallPart): void; calls(): ToolCall[] } {
  const gathered: GatheredCall[] = []
  const find = (index: number, id: string | undefined) =>
    gathered.findLast(
      (call) => call.index === index && (id === undefined || call.id === undefined || call.id === id),
    )
  return {
    add(part) {
      const index = part.index ?? 0
      const id = idOf(part)
      let call = find(index, id)
      if (!call) {
        call = { id, index, name: '', text: '', object: undefined }
        gathered.push(call)
      }
      call.id ??= id
      call.name ||= part.function.name ?? ''
      if (typeof part.function.arguments === 'string') call.text += part.function.arguments
      else call.object = part.function.arguments
    },
    calls: () =>
      gathered.map(({ id, name, text, object }) => ({
        id: id ?? newToolCallId(),
        name,
        arguments: object ?? parseToolArguments(text),
      })),
  }
}
