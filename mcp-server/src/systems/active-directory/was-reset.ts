import type { AccountRecord } from './format/account.ts'

/** Largest difference expected between the clocks of the domain and of the Hub: the tolerance of Kerberos. */
const clockToleranceMs = 5 * 60_000

/**
 * Was the password reset since `startedAt`? "Must change" hides when the password was set: then only the absence
 * of any change is sure. Pure.
 */
export function wasReset({ account, whenChanged }: AccountRecord, startedAt: Date): 'yes' | 'no' | 'unknown' {
  const started = startedAt.getTime()
  const isBefore = (instant: string | null) =>
    instant !== null && Date.parse(instant) < started - clockToleranceMs
  if (isBefore(whenChanged)) return 'no'
  const setAt = account.passwordLastSetAt
  if (setAt === null) return 'unknown'
  if (isBefore(setAt)) return 'no'
  return Date.parse(setAt) >= started ? 'yes' : 'unknown'
}
