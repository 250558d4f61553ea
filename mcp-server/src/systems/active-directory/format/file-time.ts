const unixEpoch = 11_644_473_600_000n
const never = 9_223_372_036_854_775_807n

/** Windows FILETIME (100 ns since 1601, as text) as an ISO instant; null for "never", zero and unreadable values. */
export function fileTimeToInstant(text: string | null): string | null {
  if (text === null || !/^\d{1,19}$/.test(text)) return null
  const ticks = BigInt(text)
  if (ticks === 0n || ticks >= never) return null
  const date = new Date(Number(ticks / 10_000n - unixEpoch))
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}

/** LDAP GeneralizedTime (`20260112093000.0Z`) as an ISO instant, or null. */
export function generalizedTimeToInstant(text: string | null): string | null {
  const match = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:\.\d+)?Z$/.exec(text ?? '')
  if (match === null) return null
  const [, year, month, day, hour, minute, second] = match
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}
