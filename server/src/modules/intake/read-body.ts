import { ValidationError } from '@hub/contracts'
import { storable } from '@hub/kernel'

/**
 * The JSON object of a delivery.
 * @throws ValidationError for anything else
 */
export function readBody(body: unknown): Record<string, unknown> {
  if (!Buffer.isBuffer(body)) throw new ValidationError('The body is empty', { reason: 'body.json' })
  const value = parse(body.toString('utf8'))
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new ValidationError('The body is no JSON object', { reason: 'body.json' })
  return value as Record<string, unknown>
}

/** Where a text can hold one: only an escape writes it. Most bodies have none, and are read twice as fast. */
const escaped = /\\u(?:0000|d[89a-f])/i

function parse(text: string): unknown {
  try {
    return escaped.test(text) ? JSON.parse(text, storable) : JSON.parse(text)
  } catch (cause) {
    throw new ValidationError('The body is no JSON', { reason: 'body.json', cause })
  }
}
