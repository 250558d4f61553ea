import { meetsPolicy } from '../../password/password.policy.ts'
import { minPasswordLength } from '../../password/password-settings.ts'
import { passwordPolicyViolation, unwilling } from '../../protocol/diagnostics.ts'
import { AccountControl, toFileTime } from '../../schema/account-control.ts'
import { firstValue, hasClass, integerValue, withValues } from '../../tree/entry.ts'
import type { Draft } from './draft.ts'

const accountTypes = 0x100 | 0x200 | 0x800 | 0x1000 | 0x2000
const neverStored = AccountControl.lockout | AccountControl.passwordExpired

/**
 * The checks that look at an account as a whole, once all changes are applied: password policy (19, 0000052D),
 * account bits, and no enabled account without a password (53, 0000052D).
 */
export function finishAccount(draft: Draft, { hasSetPwdLastSet }: { hasSetPwdLastSet: boolean }): void {
  if (!hasClass(draft.entry, 'user')) return
  if (draft.password !== undefined) checkPassword(draft, draft.password)
  if (draft.password !== undefined && !hasSetPwdLastSet) {
    draft.entry = withValues(draft.entry, { pwdLastSet: [String(toFileTime(draft.domain.now()))] })
  }
  const bits = Number(integerValue(draft.entry, 'userAccountControl')) & ~neverStored
  const typed = (bits & accountTypes) === 0 ? bits | AccountControl.normalAccount : bits
  const isEnabled = (typed & (AccountControl.disabled | AccountControl.passwordNotRequired)) === 0
  const guid = firstValue(draft.entry, 'objectGUID')
  const hasPassword = draft.password !== undefined || draft.domain.passwords.has(guid)
  if (isEnabled && !hasPassword) throw unwilling('0000052D')
  draft.entry = withValues(draft.entry, { userAccountControl: [String(typed)] })
}

function checkPassword({ domain, entry }: Draft, password: string): void {
  const isGood = meetsPolicy({
    password,
    login: firstValue(entry, 'sAMAccountName'),
    displayName: firstValue(entry, 'displayName'),
    minLength: minPasswordLength({ domain, entry }),
  })
  if (!isGood) throw passwordPolicyViolation()
}
