import type { ChatMessage } from '@hub/llm'
import { shortenJson } from './shorten-json.ts'

/** Less room than this tells nothing, in characters. */
const smallest = 600
const noteLength = 300
const namedPlaces = 4

/**
 * A message of quoted data, a line that says what it is and its JSON, in at most about `limit` characters: it says
 * what was left out.
 */
export function shortenData(message: ChatMessage, limit: number): ChatMessage {
  const { content } = message
  if (content.length <= limit) return message
  if (limit < smallest) return { ...message, content: unshown }
  const end = content.indexOf('\n')
  const intro = content.slice(0, end)
  const { value, leftOut } = shortenJson(JSON.parse(content.slice(end + 1)), limit - end - noteLength)
  const places = leftOut
    .toSorted((a, b) => a.path.length - b.path.length)
    .slice(0, namedPlaces)
    .map(({ path, shown, of, unit }) => `${path || 'data'}: first ${shown} of ${of} ${unit}`)
  const note = `This data was shortened further, as the context of this model is small (${places.join('; ')}): say so when it matters.`
  return { ...message, content: `${intro}\n${JSON.stringify(value)}\n${note}` }
}

const unshown =
  'The data that belongs to this question (attached files, or what is known of its subject) is not shown to you, as the context of this model is too small: say so.'
