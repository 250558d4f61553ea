import type { Approval } from '@hub/contracts'

export interface ApproveAnswers {
  /** What the approver typed to show that they know the target of an L4 action. */
  typedName: string
  reason: string
  isWholeSeen: boolean
}

const shortestReason = 3

/** Whether an L4 request asks its approver to type the name of its target. */
export function mustTypeName(approval: Pick<Approval, 'securityLevel'>): boolean {
  return approval.securityLevel === 'L4'
}

/** What the approver of an L4 action types: the login when it has one, else the name of the target. */
export function nameToType({ arguments: given, target }: Pick<Approval, 'arguments' | 'target'>): string {
  return typeof given.login === 'string' ? given.login : target.name
}

/** Whether everything that comes before an approval was done; the server checks again. */
export function mayApprove(
  approval: Pick<Approval, 'securityLevel' | 'reasonRequired' | 'target' | 'arguments'>,
  answers: ApproveAnswers,
): boolean {
  const isNamed = !mustTypeName(approval) || answers.typedName.trim() === nameToType(approval)
  const isReasoned = !approval.reasonRequired || answers.reason.trim().length >= shortestReason
  return answers.isWholeSeen && isNamed && isReasoned
}
