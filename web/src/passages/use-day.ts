import { useLocale } from '../i18n/use-locale.ts'

/** Writes a day of the calendar, without its time. */
export function useDay(): (at: string) => string {
  const locale = useLocale()
  return (at) =>
    new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
      dateStyle: 'medium',
      timeZone: 'UTC',
    }).format(new Date(at))
}

/** Whether the last day on which a document holds is over. */
export function isOver(validUntil: string | undefined): validUntil is string {
  return validUntil !== undefined && validUntil < new Date().toISOString().slice(0, 10)
}
