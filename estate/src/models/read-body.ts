import { type RequestHandler, text } from 'express'

/** Read any request body as text, whatever its type says: each vendor words its own errors about it. */
export const readText: RequestHandler = text({ type: () => true, limit: '20mb' })

/** The parsed body: a value, or why there is none. */
export function parseBody(raw: unknown): { value: unknown } | { problem: 'empty' | 'malformed' } {
  if (typeof raw !== 'string' || raw.trim() === '') return { problem: 'empty' }
  try {
    return { value: JSON.parse(raw) }
  } catch (error) {
    if (error instanceof SyntaxError) return { problem: 'malformed' }
    throw error
  }
}
