/** A day of the database as "2026-12-31". */
export function isoDay(day: Date): string {
  return day.toISOString().slice(0, 10)
}
