import type { AccountRecord } from './format/account.ts'

/** Largest difference expected between the clocks of the domain and of the Hub: the tolerance of Kerberos. */
const clockToleranceMs = 5 * 60_000

/** May the account have been created after `startedAt`? True also when the directory does not say when. Pure. */
export function wasCreatedSince({ whenCreated }: AccountRecord, startedAt: Date): boolean {
  return whenCreated === null || Date.parse(whenCreated) >= startedAt.getTime() - clockToleranceMs
}
