import type { NetworkDevice } from '../driver.ts'

/** An ignored device that answers is up; only its silence is ignored. */
export function deviceState(row: {
  disabled: boolean
  status: boolean
  ignore: boolean
}): NetworkDevice['state'] {
  if (row.disabled) return 'disabled'
  if (row.status) return 'up'
  return row.ignore ? 'ignored' : 'down'
}

/** Seconds since the start of a device that answers; null for one that does not. */
export function uptimeOf(row: { status: boolean; uptime: number | null }): number | null {
  return row.uptime === null || !row.status ? null : Math.max(0, Math.round(row.uptime))
}

/** The words of both programs for a severity as one; an unknown word stays. */
export function severityName(word: string | null): string | null {
  if (word === null) return null
  return severities[word.toLowerCase()] ?? word
}

const severities: Record<string, string> = {
  crit: 'critical',
  critical: 'critical',
  warn: 'warning',
  warning: 'warning',
  info: 'info',
  informational: 'info',
}

/** A percentage within 0 and 100. */
export function percent(value: number): number {
  return Math.min(100, Math.max(0, value))
}

/** Rates are in byte/s in both programs. */
export function bitsPerSecond(bytes: number | null): number | null {
  return bytes === null ? null : bytes * 8
}

/** The sum of what was measured; null when nothing was. */
export function sumOf(a: number | null, b: number | null): number | null {
  return a === null && b === null ? null : (a ?? 0) + (b ?? 0)
}
