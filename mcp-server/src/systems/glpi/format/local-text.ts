/** An instant as GLPI writes it: `YYYY-MM-DD HH:MM:SS` on the wall clock of `timeZone` (protocol section 1.1). */
export function instantToLocal(instant: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(instant)
  const value = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value
  const date = `${value('year')}-${value('month')}-${value('day')}`
  return `${date} ${value('hour')}:${value('minute')}:${value('second')}`
}
