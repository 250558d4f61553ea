import type { Locale } from '@hub/contracts'

const hourMs = 3_600_000
const hour12: Record<Locale, boolean> = { fr: false, en: true }
const tags: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' }

function format(at: Date, locale: Locale, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(tags[locale], { hour12: hour12[locale], ...options }).format(at)
}

/** Time of day: "14:31", "2:31 pm". */
export function formatClock(at: Date, locale: Locale): string {
  return format(at, locale, { hour: 'numeric', minute: '2-digit' })
}

/** Day, month, year and time in full, for the hover of a shorter form. */
export function formatFull(at: Date, locale: Locale): string {
  return format(at, locale, { dateStyle: 'full', timeStyle: 'medium' })
}

/** Short date with its time: "19 nov., 14:31"; the year when it is another one than now. */
export function formatDate(at: Date, locale: Locale, now = new Date()): string {
  const year = at.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' as const }
  const day = { day: 'numeric', month: 'short' } as const
  return format(at, locale, { ...day, ...year, hour: 'numeric', minute: '2-digit' })
}

/**
 * A duration to read: "45 s", "12 min", "1 h 05", "2 h". Below one hour the seconds are dropped from 2 min on.
 * Its spaces do not break, so that a figure keeps its unit.
 */
export function formatDuration(ms: number): string {
  return durationWords(ms).replaceAll(' ', '\u00a0')
}

function durationWords(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  if (seconds < 120) return seconds < 60 ? `${seconds} s` : `1 min ${String(seconds - 60).padStart(2, '0')} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  const days = Math.floor(minutes / 1440)
  const hours = Math.floor((minutes % 1440) / 60)
  if (days > 0 || minutes % 60 === 0) return `${days * 24 + hours} h`
  return `${hours} h ${String(minutes % 60).padStart(2, '0')}`
}

/** Relative under an hour ("in 12 minutes"), the time on the same day, then the date. */
export function formatMoment(at: Date, now: Date, locale: Locale): string {
  const distanceMs = at.getTime() - now.getTime()
  if (Math.abs(distanceMs) < hourMs) {
    const style = locale === 'fr' ? 'short' : 'long'
    const relative = new Intl.RelativeTimeFormat(tags[locale], { numeric: 'auto', style })
    const minutes = Math.trunc(distanceMs / 60_000)
    return minutes === 0 ? relative.format(0, 'second') : relative.format(minutes, 'minute')
  }
  return formatWhen(at, now, locale)
}

/** The time on the same day, else the date: for sentences such as "executed at", "until", "since". */
export function formatWhen(at: Date, now: Date, locale: Locale): string {
  return at.toDateString() === now.toDateString() ? formatClock(at, locale) : formatDate(at, locale, now)
}
