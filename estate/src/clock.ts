/** Tells the time of the estate; a fixed start lets tests choose the day. */
export type Clock = () => Date

/** A clock that starts at `start` (default: the real time) and runs at normal speed. */
export function createClock(start?: Date): Clock {
  if (!start) return () => new Date()
  const openedAt = Date.now()
  return () => new Date(start.getTime() + Date.now() - openedAt)
}

const format = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** `YYYY-MM-DD HH:MM:SS` in Europe/Paris, the time zone of both demo servers, without offset. */
export const toLocalText = (date: Date): string => format.format(date)

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour
