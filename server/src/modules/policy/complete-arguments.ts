import { type FieldError, type ToolDescriptor, ValidationError } from '@hub/contracts'

/**
 * Some arguments of a call as the tool would parse them, with its defaults; those that it needs may be missing.
 * @throws ValidationError naming every wrong argument
 */
export function completeArguments(
  { input }: ToolDescriptor,
  given: Record<string, unknown>,
): Record<string, unknown> {
  const wrong: FieldError[] = Object.keys(given)
    .filter((key) => !Object.hasOwn(input.shape, key))
    .map((key) => ({ path: `arguments.${key}`, message: 'is not expected' }))
  const complete: Record<string, unknown> = {}
  for (const [key, schema] of Object.entries(input.shape)) {
    const isGiven = Object.hasOwn(given, key)
    const parsed = schema.safeParse(isGiven ? given[key] : undefined)
    if (parsed.success && parsed.data !== undefined) complete[key] = parsed.data
    if (!parsed.success && isGiven)
      wrong.push({ path: `arguments.${key}`, message: parsed.error.issues[0]?.message ?? 'is wrong' })
  }
  if (wrong.length === 0) return complete
  const fields = wrong.map(({ path }) => path).join(', ')
  throw new ValidationError(`Wrong fields: ${fields}`, {
    reason: 'input.fields',
    params: { fields },
    fields: wrong,
  })
}
