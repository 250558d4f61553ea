import { longestTemplate, type TemplateName, unknownWords } from '@hub/contracts'

/** What is wrong with a text, if anything. */
export type WrongText = { kind: 'empty' } | { kind: 'tooLong' } | { kind: 'unknown'; words: string[] }

/** Judges a text before it is sent, as the server will. */
export function wrongText(name: TemplateName, body: string): WrongText | null {
  const text = body.trim()
  if (text === '') return { kind: 'empty' }
  if (text.length > longestTemplate) return { kind: 'tooLong' }
  const words = unknownWords(name, text)
  return words.length > 0 ? { kind: 'unknown', words } : null
}
