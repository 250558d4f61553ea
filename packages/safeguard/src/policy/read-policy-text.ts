import { type FieldError, PolicyFile, ValidationError } from '@hub/contracts'
import { type FileProblem, lineOfPlace, tellProblem } from '@hub/kernel'
import { type Document, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'

export interface ReadFile<T> {
  file: T
  /** @throws ValidationError with the lines of the problems, if there are any */
  refuse(problems: FileProblem[]): void
}

const mostShown = 20

/**
 * Reads YAML text as a policy file.
 * @throws ValidationError `policy.text` whose fields name every wrong place with its line
 */
export function readPolicyText(text: string): ReadFile<PolicyFile> {
  const lines = new LineCounter()
  const document = readYaml(text, lines)
  const [first, ...others] = document.errors
  if (first)
    throw refusal(
      [first, ...others].map(({ pos, message }) => ({
        line: lines.linePos(pos[0]).line,
        text: `cannot be read as YAML: ${message.split('\n')[0]}`,
      })),
    )
  const refuse = (problems: FileProblem[]) => {
    if (problems.length === 0) return
    throw refusal(
      problems.map((problem) => ({
        line: lineOfPlace({ document, lines }, problem.path),
        text: tellProblem(problem),
      })),
    )
  }
  const parsed = PolicyFile.safeParse(toValue(document))
  if (!parsed.success) {
    refuse(parsed.error.issues.flatMap(problemsOf))
    throw parsed.error
  }
  return { file: parsed.data, refuse }
}

function readYaml(text: string, lineCounter: LineCounter): Document.Parsed {
  try {
    return parseDocument(text, { lineCounter })
  } catch (cause) {
    // Thousands of nested brackets are more than the parser's stack holds.
    throw new ValidationError('cannot be read as YAML', { ...at(1, 'cannot be read as YAML'), cause })
  }
}

function toValue(document: Document.Parsed): unknown {
  try {
    return document.toJS()
  } catch (cause) {
    throw new ValidationError('line 1: cannot be read as YAML', { ...at(1, 'cannot be read as YAML'), cause })
  }
}

/** An unknown key is wrong where it stands, not at the map that holds it. */
function problemsOf(issue: z.core.$ZodIssue): FileProblem[] {
  if (issue.code !== 'unrecognized_keys') return [{ path: issue.path, message: issue.message }]
  return issue.keys.map((key) => ({ path: [...issue.path, key], message: 'is not expected' }))
}

function refusal(problems: { line: number; text: string }[]): ValidationError {
  const fields = problems.slice(0, mostShown).map(({ line, text }) => field(line, text))
  const [first] = problems
  return new ValidationError(fields[0]?.message ?? 'is wrong', { ...at(first?.line ?? 1, ''), fields })
}

function field(line: number, text: string): FieldError {
  return { path: 'text', message: `line ${line}: ${text}` }
}

function at(line: number, text: string) {
  return { reason: 'policy.text', params: { line }, fields: [field(line, text)] }
}
