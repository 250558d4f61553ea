/**
 * Milliseconds to wait that a `Retry-After` header asks for (RFC 9110 section 10.2.3: a date or seconds, here also
 * with a fraction). Out: undefined when absent or unreadable; never negative.
 */
export function retryAfterMs(header: string | null | undefined, now = new Date()): number | undefined {
  if (header === null || header === undefined) return undefined
  if (/^\s*\d+(\.\d+)?\s*$/.test(header)) return Number(header) * 1_000
  const at = Date.parse(header)
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime())
}
