import type { Domain } from '../domain.ts'
import { hashPassword } from '../password/hash-password.ts'
import { toGeneralizedTime } from '../schema/account-control.ts'
import { type Entry, firstValue, withValues } from '../tree/entry.ts'

export interface Committed {
  entry: Entry
  password?: string | undefined
}

/** Put a finished entry into the tree with its change stamps, hash its new password, and make both durable. */
export async function commitEntry(domain: Domain, { entry, password }: Committed): Promise<void> {
  const hash = password === undefined ? undefined : await hashPassword(password)
  domain.counters.usn += 1
  domain.tree.put(
    withValues(entry, {
      whenChanged: [toGeneralizedTime(domain.now())],
      uSNChanged: [String(domain.counters.usn)],
    }),
  )
  if (hash) domain.passwords.set(firstValue(entry, 'objectGUID'), hash)
  await domain.save()
}
