import { attributeProblem } from '../../protocol/diagnostics.ts'
import { ResultCode } from '../../protocol/ldap-error.ts'
import { applyLockoutTime, applyPwdLastSet, applyUnicodePwd } from './apply-account.ts'
import { applyMember } from './apply-member.ts'
import { applyValues } from './apply-values.ts'
import type { AttributeChange, Draft } from './draft.ts'

const special: Record<string, (draft: Draft, change: AttributeChange) => void> = {
  unicodePwd: applyUnicodePwd,
  pwdLastSet: applyPwdLastSet,
  lockoutTime: applyLockoutTime,
  member: applyMember,
}

/** Apply one change to the draft, by the rules of its attribute. */
export function applyChange(draft: Draft, change: AttributeChange): void {
  const apply = special[change.type.name]
  if (apply) {
    apply(draft, change)
    return
  }
  if (change.type.syntax === 'dn' && change.operation !== 'delete') checkReferences(draft, change)
  applyValues(draft, change)
}

function checkReferences({ domain }: Draft, { type, values }: AttributeChange): void {
  if (values.every((dn) => domain.tree.get(dn))) return
  throw attributeProblem({
    code: ResultCode.constraintViolation,
    win32: '000020B5',
    problem: '1005 (CONSTRAINT_ATT_TYPE)',
    attribute: type.name,
  })
}
