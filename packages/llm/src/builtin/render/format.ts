import type { Language } from '../text/language.ts'

const localeOf: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' }

/** A number as written in the language, with plain spaces: what is shown can be searched and copied. */
export function formatFigure(
  value: number,
  language: Language,
  options: Intl.NumberFormatOptions = { maximumFractionDigits: 1 },
): string {
  return new Intl.NumberFormat(localeOf[language], options).format(value).replace(/[\u00a0\u202f]/g, ' ')
}

/** A duration in its largest whole unit: "45 jours", "3 heures", "12 minutes". Seconds in. */
export function formatDuration(seconds: number, language: Language): string {
  const steps = [
    { unit: 'day', size: 86_400 },
    { unit: 'hour', size: 3600 },
    { unit: 'minute', size: 60 },
    { unit: 'second', size: 1 },
  ] as const
  const { unit, size } = steps.find((step) => seconds >= step.size) ?? { unit: 'second', size: 1 }
  return formatFigure(Math.floor(seconds / size), language, { style: 'unit', unit, unitDisplay: 'long' })
}

/** An ISO instant as local date and time; undefined when there is none or it is not a date. */
export function formatInstant(
  instant: string | null | undefined,
  language: Language,
  timeZone: string,
): string | undefined {
  const date = new Date(instant ?? Number.NaN)
  if (Number.isNaN(date.getTime())) return undefined
  return new Intl.DateTimeFormat(localeOf[language], {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone,
  }).format(date)
}

/** A share of 100 without needless decimals: "41 %" or "41%". */
export function formatPercent(percent: number, language: Language): string {
  const figure = formatFigure(percent, language)
  return language === 'fr' ? `${figure} %` : `${figure}%`
}

/** A rate in the fitting unit: "12,4 Mbit/s". Bits per second in. */
export function formatBitRate(bitsPerSecond: number, language: Language): string {
  const units = ['bit/s', 'kbit/s', 'Mbit/s', 'Gbit/s', 'Tbit/s']
  const rank = bitsPerSecond < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bitsPerSecond) / 3))
  return `${formatFigure(bitsPerSecond / 1000 ** rank, language)} ${units[rank]}`
}

/** A size in the fitting unit: "7,8 Go" or "7.8 GB". Bytes in. */
export function formatBytes(bytes: number, language: Language): string {
  const units = language === 'fr' ? ['o', 'Ko', 'Mo', 'Go', 'To'] : ['B', 'KB', 'MB', 'GB', 'TB']
  const rank = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10))
  return `${formatFigure(bytes / 1024 ** rank, language)} ${units[rank]}`
}
