/**
 * Seconds to wait that a `Retry-After` header asks for (RFC 9110 section 10.2.3: seconds or a date).
 * Out: undefined when absent or unreadable; never negative.
 */
export function retryAfterSeconds(header: string | null, now = Date.now()): number | undefined {
  if (header === null) return undefined
  if (/^\s*\d+\s*$/.test(header)) return Number(header)
  const at = Date.parse(header)
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now) / 1000))
}
