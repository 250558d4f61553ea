const maxLength = 160

/** The words of another system as one short line without markup or secrets; undefined when nothing readable remains. */
export function cleanUpstreamText(
  text: unknown,
  secrets: readonly (string | undefined)[] = [],
): string | undefined {
  if (typeof text !== 'string' || /<[a-z!/]/i.test(text)) return undefined
  const redacted = secrets
    .filter((secret) => secret !== undefined && secret !== '')
    .reduce<string>((line, secret) => line.replaceAll(String(secret), '***'), text)
    .replace(/bearer\s+\S+/gi, 'Bearer ***')
    .replace(/\/\/[^/\s@]+@/g, '//***@')
  const line = redacted.replace(/\p{Cc}+|\s+/gu, ' ').trim()
  if (line === '') return undefined
  return line.length > maxLength ? `${line.slice(0, maxLength - 3)}...` : line
}

/** The message inside an error body of Ollama or Mistral, whatever its shape; undefined for HTML and the like. */
export function upstreamMessage(body: string): string | undefined {
  try {
    return messageIn(JSON.parse(body))
  } catch {
    return undefined
  }
}

function messageIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(messageIn).find((text) => text !== undefined)
  if (typeof value !== 'object' || value === null) return undefined
  const fields = Object.entries(value).filter(([name]) =>
    ['error', 'message', 'detail', 'msg'].includes(name),
  )
  return fields.map(([, inner]) => messageIn(inner)).find((text) => text !== undefined)
}
