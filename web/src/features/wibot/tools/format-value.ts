import type { Locale } from '@hub/contracts'
import { formatDate } from '../../../lib/time.ts'
import type { Scalar } from './result-view.ts'

const units = {
  fr: {
    day: 'j',
    hour: 'h',
    minute: 'min',
    second: 's',
    yes: 'oui',
    no: 'non',
    bytes: ['o', 'Ko', 'Mo', 'Go', 'To'],
  },
  en: {
    day: 'd',
    hour: 'h',
    minute: 'min',
    second: 's',
    yes: 'yes',
    no: 'no',
    bytes: ['B', 'kB', 'MB', 'GB', 'TB'],
  },
}
const rates = ['bit/s', 'kbit/s', 'Mbit/s', 'Gbit/s', 'Tbit/s']
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/

/** Writes a value of a tool result for a person; the unit is read from the end of its key (`uptimeSeconds`). */
export function formatValue(key: string, value: Scalar, locale: Locale): string {
  if (typeof value === 'boolean') return value ? units[locale].yes : units[locale].no
  if (typeof value === 'string') return instant.test(value) ? formatDate(new Date(value), locale) : value
  if (key.endsWith('Percent')) return `${formatNumber(value, locale)} %`
  if (key.endsWith('BitsPerSecond')) return scaled({ value, base: 1000, names: rates, locale })
  if (key.endsWith('Bytes')) return scaled({ value, base: 1000, names: units[locale].bytes, locale })
  if (key.endsWith('Seconds')) return formatDuration(value, locale)
  return formatNumber(value, locale)
}

/** A duration of a device or a person, in its two largest units: "45 j 3 h". `seconds` in seconds. */
export function formatDuration(seconds: number, locale: Locale): string {
  const { day, hour, minute, second } = units[locale]
  const parts: [number, string][] = [
    [Math.floor(seconds / 86_400), day],
    [Math.floor(seconds / 3600) % 24, hour],
    [Math.floor(seconds / 60) % 60, minute],
    [Math.floor(seconds) % 60, second],
  ]
  const first = parts.findIndex(([count]) => count > 0)
  if (first === -1) return `0 ${second}`
  return parts
    .slice(first, first + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ')
}

/** The running or total time of a call: "120 ms", "1,2 s", "1 min 5 s". `ms` in milliseconds. */
export function formatElapsed(ms: number, locale: Locale): string {
  if (ms < 1000) return `${Math.round(ms)} ms`
  if (ms >= 60_000) return formatDuration(Math.round(ms / 1000), locale)
  return `${new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(ms / 1000)} s`
}

function formatNumber(value: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value)
}

function scaled(size: { value: number; base: number; names: string[]; locale: Locale }): string {
  let { value } = size
  let rank = 0
  while (value >= size.base && rank < size.names.length - 1) {
    value /= size.base
    rank += 1
  }
  const digits = new Intl.NumberFormat(size.locale, { maximumFractionDigits: 1 }).format(value)
  return `${digits} ${size.names[rank] ?? ''}`
}
