/**
 * A JSON value as the database can keep it: text from outside may hold a NUL or half a surrogate pair, which
 * PostgreSQL refuses; they become the replacement character.
 */
export function storable<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_key, part: unknown) =>
    typeof part === 'string' ? cleanText(part) : part,
  )
}

function cleanText(text: string): string {
  return text.replaceAll('\0', '\uFFFD').toWellFormed()
}

/** True when `storable` would change a text in it. */
export function holdsBrokenText(value: unknown): boolean {
  if (typeof value === 'string') return cleanText(value) !== value
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).some(holdsBrokenText)
}
