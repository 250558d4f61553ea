export const awayPresets = ['today', 'thisWeek', 'nextWeek', 'twoWeeks'] as const
export type AwayPreset = (typeof awayPresets)[number]

export interface AwayPeriod {
  startsAt: Date
  endsAt: Date
}

/** Ready periods of absence in the time of the reader; an end stands at 23:59 of its last day. */
export function awayPeriod(preset: AwayPreset, now: Date): AwayPeriod {
  const untilSunday = (7 - now.getDay()) % 7
  switch (preset) {
    case 'today':
      return { startsAt: now, endsAt: endOfDay(now, 0) }
    case 'thisWeek':
      return { startsAt: now, endsAt: endOfDay(now, untilSunday) }
    case 'nextWeek':
      return { startsAt: startOfDay(now, untilSunday + 1), endsAt: endOfDay(now, untilSunday + 7) }
    case 'twoWeeks':
      return { startsAt: now, endsAt: endOfDay(now, 14) }
  }
}

function startOfDay(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days)
}

function endOfDay(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 23, 59)
}
