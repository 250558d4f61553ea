/** Tool arguments as a model sent them: an object as is, JSON text parsed, anything else as the raw string. */
export function parseToolArguments(sent: unknown): unknown {
  if (typeof sent !== 'string') return sent ?? {}
  if (sent.trim() === '') return {}
  try {
    return JSON.parse(sent)
  } catch {
    return sent
  }
}

/** The same arguments as an object, for wires that accept nothing else; a raw string is kept under `raw`. */
export function argumentsAsObject(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  return value === undefined || value === null ? {} : { raw: value }
}

/** The same arguments as JSON text; a raw string that did not parse is sent back as it came. */
export function argumentsAsText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? {})
}
