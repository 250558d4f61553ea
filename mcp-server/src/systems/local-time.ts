const localTime = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}))?$/

/** Milliseconds by which the clocks of `timeZone` are ahead of UTC at an instant. */
function offsetMs(instantMs: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instantMs)
  const value = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value)
  const wall = Date.UTC(
    value('year'),
    value('month') - 1,
    value('day'),
    value('hour'),
    value('minute'),
    value('second'),
  )
  return wall - Math.floor(instantMs / 1000) * 1000
}

/**
 * `YYYY-MM-DD HH:MM:SS` of a wall clock in `timeZone` (IANA) as an ISO instant in UTC.
 * An hour that happens twice is taken as its first time. Out: null for an empty, zero or unreadable date.
 */
export function localToInstant(text: string | null, timeZone: string): string | null {
  const match = localTime.exec(text ?? '')
  if (match === null) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0))
  if (month === 0 || day === 0) return null
  const wall = Date.UTC(year, month - 1, day, hour, minute, second)
  // The offset of the day before is the one in force before a change of the clocks: it gives the first of two.
  const before = wall - offsetMs(wall - 86_400_000, timeZone)
  const isBeforeChange = before + offsetMs(before, timeZone) === wall
  const instant = isBeforeChange ? before : wall - offsetMs(before, timeZone)
  return new Date(instant).toISOString()
}
