/** When the nightly run begins. */
export interface NightTime {
  hour: number
  minute: number
  timeZone: string
}

const dayMs = 86_400_000

/** Reads "02:30". @throws RangeError for what is no time of the day */
export function parseNightTime(at: string, timeZone: string): NightTime {
  const [, hour, minute] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(at) ?? []
  if (hour === undefined || minute === undefined) throw new RangeError(`${at} is no time of the day`)
  return { hour: Number(hour), minute: Number(minute), timeZone }
}

/** The latest night whose time has come: its date where the clients live, and the instant. */
export function lastNight(now: Date, time: NightTime): { date: string; at: Date } {
  const today = nightOf(now, time)
  return today.at <= now ? today : nightOf(new Date(now.getTime() - dayMs), time)
}

function nightOf(day: Date, { hour, minute, timeZone }: NightTime): { date: string; at: Date } {
  const date = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(day)
  const asUtc = Date.parse(`${date}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00Z`)
  // The offset of that very night, not of now: the clocks change at night.
  const guess = asUtc - offsetMs(new Date(asUtc), timeZone)
  return { date, at: new Date(asUtc - offsetMs(new Date(guess), timeZone)) }
}

function offsetMs(at: Date, timeZone: string): number {
  const local = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(at)
  return Date.parse(`${local.replace(' ', 'T')}Z`) - Math.floor(at.getTime() / 1_000) * 1_000
}
