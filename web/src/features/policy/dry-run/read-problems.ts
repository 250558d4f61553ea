import { ApiError } from '../../../lib/api-error.ts'

export interface TextProblem {
  /** Counted from 1; undefined when the server named none. */
  line: number | undefined
  /** In the words of the schema. */
  message: string
}

const atLine = /^line (\d+): (.+)$/s

/** What is wrong with the text of a policy, line by line; empty when the refusal is about something else. */
export function readProblems(error: unknown): TextProblem[] {
  if (!(error instanceof ApiError)) return []
  return error.fields
    .filter(({ path }) => path === 'text')
    .map(({ message }) => {
      const [, line, rest] = atLine.exec(message) ?? []
      return line === undefined ? { line: undefined, message } : { line: Number(line), message: rest ?? '' }
    })
}

/** Where a line (from 1) begins and ends in a text, for the selection of a text area. */
export function lineRange(text: string, line: number): { start: number; end: number } {
  const lines = text.split('\n')
  const index = Math.min(Math.max(1, line), lines.length) - 1
  const start = lines.slice(0, index).reduce((sum, before) => sum + before.length + 1, 0)
  return { start, end: start + (lines[index]?.length ?? 0) }
}
