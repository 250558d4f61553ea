import { type ToolDescriptor, ValidationError } from '@hub/contracts'

/**
 * Checks untrusted arguments against the tool's schema; unknown keys are refused.
 * @throws ValidationError naming every wrong field, in words a model can act on
 */
export function parseArguments(descriptor: ToolDescriptor, value: unknown): Record<string, unknown> {
  const parsed = descriptor.input.safeParse(value ?? {})
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map((issue) => ({
    path: issue.path.join('.') || 'arguments',
    message: issue.message,
  }))
  const list = fields.map((field) => `${field.path}: ${field.message}`).join('; ')
  throw new ValidationError(`Wrong arguments for ${descriptor.name} - ${list}`, {
    reason: 'tool.arguments',
    fields,
  })
}
