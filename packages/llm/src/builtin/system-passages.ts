import { z } from 'zod'
import type { ChatMessage } from '../provider.ts'
import { PassageData, type PassageRow } from './shapes.ts'
import { foldToWords } from './text/fold.ts'

const opening = '[{"citation":'

function readLine(line: string): PassageRow[] {
  const start = line.indexOf(opening)
  if (start < 0) return []
  try {
    const parsed = z.array(z.unknown()).parse(JSON.parse(line.slice(start)))
    return PassageData.safeParse({ passages: parsed }).data?.passages ?? []
  } catch {
    return [] // a sentence that only looks like the list
  }
}

const longWords = (text: string) =>
  new Set(
    foldToWords(text)
      .split(' ')
      .filter((word) => word.length > 3),
  )

/**
 * The passages that the system message quotes as a JSON list of `{citation, title, content}`, as far as they share a
 * word with the question: they were looked up for a model, which would leave out those that do not fit.
 */
export function systemPassages(messages: ChatMessage[], question: string): PassageRow[] {
  const asked = longWords(question)
  return messages
    .filter(({ role }) => role === 'system')
    .flatMap(({ content }) => content.split('\n').flatMap(readLine))
    .filter(({ title, content }) => [...longWords(`${title} ${content}`)].some((word) => asked.has(word)))
}
