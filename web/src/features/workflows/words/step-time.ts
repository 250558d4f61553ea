import type { Locale } from '@hub/contracts'
import { formatDuration } from '../../../lib/time.ts'

/** The time that a step took: "120 ms", "1,2 s", "3 min". `ms` in milliseconds. */
export function formatStepTime(ms: number, locale: Locale): string {
  if (ms < 1_000) return `${Math.max(0, Math.round(ms))}\u00a0ms`
  if (ms >= 10_000) return formatDuration(ms)
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(ms / 1_000)}\u00a0s`
}
