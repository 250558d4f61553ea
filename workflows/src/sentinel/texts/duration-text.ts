import type { LocalizedText } from '@hub/contracts'

/** A duration as people say it: `45 s`, `12 min`, `2 h 05`, `3 j 4 h`. Negative counts as none. */
export function durationText(ms: number): LocalizedText {
  const seconds = Math.max(0, Math.round(ms / 1000))
  const minutes = Math.floor(seconds / 60)
  const hours = Math.floor(minutes / 60)
  const days = Math.floor(hours / 24)
  if (seconds < 60) return both(`${seconds} s`)
  if (minutes < 60) return both(`${minutes} min`)
  if (hours < 24) return both(`${hours} h ${String(minutes % 60).padStart(2, '0')}`)
  return { fr: `${days} j ${hours % 24} h`, en: `${days} d ${hours % 24} h` }
}

/** How long ago: `il y a 12 min`, `12 min ago`. */
export function agoText(ms: number): LocalizedText {
  const { fr, en } = durationText(ms)
  return { fr: `il y a ${fr}`, en: `${en} ago` }
}

/** Day and time in a zone: `06/01/2026 14:30`, `6 Jan 2026, 14:30`. */
export function momentText(iso: string, timeZone = 'Europe/Paris'): LocalizedText {
  const format = (locale: string, dateStyle: 'short' | 'medium') =>
    new Intl.DateTimeFormat(locale, { timeZone, dateStyle, timeStyle: 'short' }).format(new Date(iso))
  const day = new Intl.DateTimeFormat('fr-FR', {
    timeZone,
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
  return { fr: day.format(new Date(iso)), en: format('en-GB', 'medium') }
}

const both = (text: string): LocalizedText => ({ fr: text, en: text })
