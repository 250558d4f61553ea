import { longestLine } from '../longest-line.ts'
import { LlmProviderError } from '../provider-error.ts'

const refused = (message: string) => new LlmProviderError({ provider: 'ollama', kind: 'upstream', message })
const unreadable = 'Ollama sent something unreadable.'
const tooLong = 'Ollama sent a line that is too long.'

function isObject(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null
  } catch {
    return false
  }
}

/** @returns the lines before the first that is no JSON object or is too long, and what is wrong with that one */
function check(lines: string[]): { whole: string[]; problem: string | undefined } {
  const whole: string[] = []
  for (const line of lines) {
    if (line.length > longestLine) return { whole, problem: tooLong }
    if (line.trim() === '') continue
    if (!isObject(line)) return { whole, problem: unreadable }
    whole.push(line)
  }
  return { whole, problem: undefined }
}

/**
 * Passes the lines of an answer (protocols/ollama 1.1) as far as each is a JSON object of at most 1 000 000
 * characters: the package would print another one on the console and go on without it. A last line that was cut is
 * left out, as the answer then has no end.
 * @throws LlmProviderError of kind `upstream`, after all that came before has been read
 */
export async function* jsonLines(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder()
  const encoder = new TextEncoder()
  let rest = ''
  for await (const bytes of body) {
    const [first = '', ...others] = decoder.decode(bytes, { stream: true }).split('\n')
    const lines = [rest + first, ...others]
    rest = lines.pop() ?? ''
    const { whole, problem } = check(lines)
    if (whole.length > 0) yield encoder.encode(`${whole.join('\n')}\n`)
    if (problem) throw refused(problem)
    if (rest.length > longestLine) throw refused(tooLong)
  }
  rest += decoder.decode()
  if (isObject(rest)) yield encoder.encode(rest)
}
