import { UpstreamError } from '@hub/contracts'
import type { z } from 'zod'

/**
 * Data of a system, checked: systems change and lie.
 * @param from the system and, in plain words, what was asked ("the ticket")
 * @throws UpstreamError `upstream.unexpected_shape`; the values stay out of the message
 */
export function readShape<T extends z.ZodType>(
  schema: T,
  data: unknown,
  from: { system: string; what: string },
): z.infer<T> {
  const parsed = schema.safeParse(data)
  if (parsed.success) return parsed.data
  const path = parsed.error.issues[0]?.path.join('.') ?? ''
  // Keys of a record come from the system: only plain ones are repeated.
  const where = /^[\w.]{1,80}$/.test(path) ? ` (field ${path})` : ''
  throw new UpstreamError(`${from.system} answered ${from.what} in a form the Hub does not know${where}`, {
    reason: 'upstream.unexpected_shape',
    params: { system: from.system, what: from.what },
  })
}
