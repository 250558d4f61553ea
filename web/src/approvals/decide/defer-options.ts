export interface DeferOption {
  key: 'half' | 'tonight' | 'tomorrow'
  at: Date
  /** False when the policy allows no deferral that long. */
  isAllowed: boolean
}

function atHour(now: Date, days: number, hour: number): Date {
  const at = new Date(now)
  at.setDate(at.getDate() + days)
  at.setHours(hour, 0, 0, 0)
  return at
}

/** The ready moments to defer to: in 30 minutes, and tonight at 20:00 or, after that, tomorrow at 8:00. */
export function deferOptions(now: Date, latest: Date): DeferOption[] {
  const tonight = atHour(now, 0, 20)
  const evening =
    tonight > now
      ? { key: 'tonight' as const, at: tonight }
      : { key: 'tomorrow' as const, at: atHour(now, 1, 8) }
  const half = { key: 'half' as const, at: new Date(now.getTime() + 30 * 60_000) }
  return [half, evening].map((option) => ({ ...option, isAllowed: option.at < latest }))
}
