/** Two days of the calendar as "2026-11-20", both included. */
export interface CalendarDays {
  from: string
  to: string
}

const calendarDay = /^\d{4}-\d{2}-\d{2}$/

/** Whether two texts are days that exist, in order. */
export function areInOrder({ from, to }: CalendarDays): boolean {
  return isDay(from) && isDay(to) && from <= to
}

function isDay(text: string): boolean {
  if (!calendarDay.test(text)) return false
  const at = new Date(`${text}T00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}
