import type { Locale } from '@hub/contracts'

/** Milliseconds to read: "320 ms", "1,4 s". The space does not break. */
export function readingMs(ms: number, locale: Locale): string {
  const [figure, unit] = ms < 1000 ? [Math.round(ms), 'ms'] : [ms / 1000, 's']
  return `${figure.toLocaleString(locale, { maximumFractionDigits: 1 })}\u00a0${unit}`
}
