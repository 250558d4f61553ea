import type { Locale } from '@hub/contracts'

const tags: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' }

function write(at: string, locale: Locale, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(tags[locale], { timeZone: 'UTC', ...options }).format(
    new Date(`${at}T00:00Z`),
  )
}

/** A day in UTC to read: "20 nov. 2026". */
export function dayWords(day: string, locale: Locale): string {
  return write(day, locale, { day: 'numeric', month: 'short', year: 'numeric' })
}

/** A slot of the chart in full: "vendredi 20 novembre", or "novembre 2026" for a month. */
export function slotWords(key: string, locale: Locale): string {
  return key.length === 7
    ? write(`${key}-01`, locale, { month: 'long', year: 'numeric' })
    : write(key, locale, { weekday: 'long', day: 'numeric', month: 'long' })
}

/** A slot under its bar: "20 nov.", or "nov. 26". */
export function slotMark(key: string, locale: Locale): string {
  return key.length === 7
    ? write(`${key}-01`, locale, { month: 'short', year: '2-digit' })
    : write(key, locale, { day: 'numeric', month: 'short' })
}
