import type { Locale } from '@hub/contracts'

/** "20/11/2026 14:05 UTC+1" */
export function localTime(at: Date, { language, timeZone }: { language: Locale; timeZone: string }): string {
  const format = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    timeZone,
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'shortOffset',
  })
  return format.format(at)
}
