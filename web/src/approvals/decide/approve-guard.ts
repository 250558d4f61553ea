import type { Approval, StepUp } from '@hub/contracts'

export interface ApproveAnswers {
  /** What the approver typed to show that they know the target of an L4 action. */
  typedName: string
  reason: string
  /** The whole preview was on the screen, and the Hub knows it where it must. */
  isSeen: boolean
  proof: StepUp | undefined
}

export const shortestReason = 3

/** Whether an L4 request asks its approver to type the name of its target. */
export function mustTypeName(approval: Pick<Approval, 'securityLevel'>): boolean {
  return approval.securityLevel === 'L4'
}

/** What the approver of an L4 action types: the login when it has one, else the name of the target. */
export function nameToType({ arguments: given, target }: Pick<Approval, 'arguments' | 'target'>): string {
  return typeof given.login === 'string' ? given.login : target.name
}

/** Whether the name was typed where it must be. */
export function isNamed(
  approval: Pick<Approval, 'securityLevel' | 'arguments' | 'target'>,
  typedName: string,
): boolean {
  return !mustTypeName(approval) || typedName.trim() === nameToType(approval)
}

export type Missing = 'preview' | 'name' | 'reason' | 'proof'

/** What still comes before an approval, in the order of the screen; the server checks again. */
export function missingForYes(
  approval: Pick<Approval, 'securityLevel' | 'reasonRequired' | 'stepUpRequired' | 'target' | 'arguments'>,
  answers: ApproveAnswers,
): Missing[] {
  const isReasoned = !approval.reasonRequired || answers.reason.trim().length >= shortestReason
  const isProved = !approval.stepUpRequired || answers.proof !== undefined
  const done: Record<Missing, boolean> = {
    preview: answers.isSeen,
    name: isNamed(approval, answers.typedName),
    reason: isReasoned,
    proof: isProved,
  }
  return (['preview', 'name', 'reason', 'proof'] as const).filter((step) => !done[step])
}

/** What a yes on this request asks for beside the preview, before anything is filled in. */
export function askedForYes(approval: Parameters<typeof missingForYes>[0]): Missing[] {
  return missingForYes(approval, { typedName: '', reason: '', isSeen: true, proof: undefined })
}
