import { loadavg } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'

/** The value that `share` of them do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN
}

export const median = (values: readonly number[]) => percentile(values, 0.5)

/** What the machine did beside: runnable processes in the last minute. */
export const load = () => `load ${(loadavg()[0] ?? 0).toFixed(1)}`

/** Waits until it is so, without an end: who runs a bench watches it. */
export async function until(isSo: () => Promise<boolean>, everyMs = 50): Promise<void> {
  while (!(await isSo())) await wait(everyMs)
}

/** Seconds since `from`, a reading of performance.now(). */
export const secondsSince = (from: number) => (performance.now() - from) / 1_000
