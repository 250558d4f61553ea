import { decodeUnicodePwd } from '../../password/decode-unicode-pwd.ts'
import { unwilling } from '../../protocol/diagnostics.ts'
import { toFileTime } from '../../schema/account-control.ts'
import { withValues } from '../../tree/entry.ts'
import type { AttributeChange, Draft } from './draft.ts'

/** Set a password: only `replace` with one quoted UTF-16LE value. Throws 53 (0000001F) otherwise. */
export function applyUnicodePwd(draft: Draft, { operation, values }: AttributeChange): void {
  const [value] = values
  if (operation === 'delete' || values.length !== 1 || value === undefined) throw unwilling('0000001F')
  draft.password = decodeUnicodePwd(Buffer.from(value, 'hex'))
}

/** pwdLastSet takes 0 (change at next logon) and -1 (set now) only. Throws 53 (00000057) otherwise. */
export function applyPwdLastSet(draft: Draft, { operation, values }: AttributeChange): void {
  const [value] = values
  if (operation === 'delete' || (value !== '0' && value !== '-1')) throw unwilling('00000057')
  const stored = value === '0' ? '0' : String(toFileTime(draft.domain.now()))
  draft.entry = withValues(draft.entry, { pwdLastSet: [stored] })
}

/** lockoutTime takes 0 (unlock) only. Throws 53 (00000057) otherwise. */
export function applyLockoutTime(draft: Draft, { operation, values }: AttributeChange): void {
  if (operation === 'delete' || values[0] !== '0') throw unwilling('00000057')
  draft.entry = withValues(draft.entry, { lockoutTime: ['0'], badPwdCount: ['0'] })
}
