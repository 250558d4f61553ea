const stamp = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?$/

/**
 * The instant of a text: unix seconds, a date with its offset, or a local "YYYY-MM-DD HH:MM:SS" read in `timeZone`.
 * Undefined when it is none of these or no real date.
 */
export function instantOf(text: string, timeZone: string): Date | undefined {
  const trimmed = text.trim()
  if (/^\d{9,11}$/.test(trimmed)) return new Date(Number(trimmed) * 1000)
  if (stamp.test(trimmed)) return localInstant(trimmed, timeZone)
  const spaced = trimmed.replace(/^(\S+) (\S+) ([+-]\d{2}:\d{2})$/, '$1T$2$3')
  const time = /^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(spaced) ? Date.parse(spaced) : Number.NaN
  return Number.isNaN(time) ? undefined : new Date(time)
}

/** Twice, because the first guess may lie on the other side of a change of summer time. */
function localInstant(text: string, timeZone: string): Date | undefined {
  const wall = Date.parse(`${text.replace(' ', 'T').replace(/\.\d+$/, '')}Z`)
  if (Number.isNaN(wall)) return undefined
  const first = wall - offsetMs(wall, timeZone)
  return new Date(wall - offsetMs(first, timeZone))
}

function offsetMs(instant: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  const parts = Object.fromEntries(
    format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour % 24, minute, second) - Math.floor(instant / 1000) * 1000
}
