import { type FieldError, PolicyFile, ValidationError } from '@hub/contracts'
import { type Document, isMap, isNode, isPair, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'

/** Something wrong at one place of the file. */
export interface FileProblem {
  path: PropertyKey[]
  message: string
}

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
      problems.map(({ path, message }) => ({
        line: lineOf(document, lines, path),
        text: tell(path, message),
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

function tell(path: PropertyKey[], message: string): string {
  return path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`
}

/** Line of a place in the file: its own, or of the nearest thing around it that is written. */
function lineOf(document: Document.Parsed, lines: LineCounter, path: PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const offset = offsetOf(document, path.slice(0, length))
    if (offset !== undefined) return lines.linePos(offset).line
  }
  return 1
}

function offsetOf(document: Document.Parsed, path: PropertyKey[]): number | undefined {
  const key = path.at(-1)
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isPair(item) && isNode(item.key) && String(item.key) === key)
    if (isNode(pair?.key)) return pair.key.range?.[0]
  }
  const node = document.getIn(path, true)
  return isNode(node) ? node.range?.[0] : undefined
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
