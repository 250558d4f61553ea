import { ValidationError } from '@hub/contracts'
import type { z } from 'zod'

/**
 * Checks what a client sent.
 * @throws ValidationError naming every wrong field
 */
export function validate<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> {
  const parsed = schema.safeParse(value ?? {})
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), message: 'is not expected' }))
      : [{ path: issue.path.join('.') || 'body', message: issue.message }],
  )
  const names = [...new Set(fields.map((field) => field.path))].join(', ')
  throw new ValidationError(`Wrong fields: ${names}`, {
    reason: 'input.fields',
    params: { fields: names },
    fields,
  })
}
