import type { z } from 'zod'
import { invalidBody, type ValidationDetail } from './errors.ts'

type Issue = z.core.$ZodIssue

const inputAt = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    root,
  )

const typeNames: Record<string, string> = {
  string: 'a valid string',
  number: 'a valid number',
  int: 'a valid integer',
  boolean: 'a valid boolean',
  array: 'a valid list',
  object: 'a valid dictionary',
  record: 'a valid dictionary',
}

function toDetails(issue: Issue, root: unknown): ValidationDetail[] {
  const loc = ['body', ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))]
  const input = inputAt(root, issue.path)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      type: 'extra_forbidden',
      loc: [...loc, key],
      msg: 'Extra inputs are not permitted',
      input: inputAt(input, [key]),
    }))
  }
  if (input === undefined) return [{ type: 'missing', loc, msg: 'Field required', input: {} }]
  if (issue.code === 'invalid_type') {
    const expected = typeNames[issue.expected] ?? `a valid ${issue.expected}`
    return [{ type: `${issue.expected}_type`, loc, msg: `Input should be ${expected}`, input }]
  }
  return [{ type: 'value_error', loc, msg: issue.message, input }]
}

/** Check a body against a schema. Throws `MistralError` 422 with one detail per fault. */
export function validate<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw invalidBody(parsed.error.issues.flatMap((issue) => toDetails(issue, value)))
}
