import { type FieldError, type ToolDescriptor, ValidationError } from '@hub/contracts'
import type { z } from 'zod'
import { holdsBrokenText } from './storable.ts'

const brokenText: FieldError = { path: 'arguments', message: 'holds a character that is no text' }

/**
 * Checks untrusted arguments against the tool's schema; unknown keys are refused.
 * @throws ValidationError naming every wrong field, in words a model can act on
 */
export function parseArguments(descriptor: ToolDescriptor, value: unknown): Record<string, unknown> {
  const parsed = descriptor.input.safeParse(value ?? {})
  if (parsed.success && !holdsBrokenText(parsed.data)) return parsed.data
  const fields = parsed.success ? [brokenText] : parsed.error.issues.map(presentIssue)
  const list = fields.map((field) => `${field.path}: ${field.message}`).join('; ')
  throw new ValidationError(`Wrong arguments for ${descriptor.name} - ${list}`, {
    reason: 'tool.arguments',
    fields,
  })
}

/** An unknown key may be any text of the caller: it is cut. */
function presentIssue(issue: z.core.$ZodIssue): FieldError {
  return { path: issue.path.join('.') || 'arguments', message: issue.message.slice(0, 300) }
}
