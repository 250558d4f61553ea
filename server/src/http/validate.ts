import { ValidationError } from '@hub/contracts'
import type { z } from 'zod'

/**
 * Checks what a client sent.
 * @throws ValidationError naming every wrong field
 */
export function validate<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> {
  const parsed = schema.safeParse(value ?? {})
  if (parsed.success) {
    refuseUnstorable(parsed.data, [])
    return parsed.data
  }
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

/** PostgreSQL stores neither a null character nor half a surrogate pair: they are refused here, not met there. */
function refuseUnstorable(value: unknown, path: string[]): void {
  if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) refuseUnstorable(inner, [...path, key])
  if (typeof value !== 'string' || (value.isWellFormed() && !value.includes('\0'))) return
  const field = path.join('.') || 'body'
  throw new ValidationError(`Unreadable characters in ${field}`, {
    reason: 'input.fields',
    params: { fields: field },
    fields: [{ path: field, message: 'holds a character that cannot be stored' }],
  })
}
