import type { Approval } from '@hub/contracts'

export type WhyNotTogether = 'few' | 'many' | 'right' | 'level' | 'proof' | 'tool' | 'policy'
type Facts = Pick<
  Approval,
  | 'you'
  | 'securityLevel'
  | 'stepUpRequired'
  | 'previewRequired'
  | 'toolName'
  | 'toolVersion'
  | 'policyVersion'
>

/** The API takes no more at once. */
const most = 50

/** Why several requests cannot be decided with one gesture; undefined when they can. The server checks again. */
export function whyNotTogether(approvals: readonly Facts[]): WhyNotTogether | undefined {
  const differ = (of: (approval: Facts) => string) => new Set(approvals.map(of)).size > 1
  const reasons: Record<WhyNotTogether, boolean> = {
    right: approvals.some(({ you }) => !you.canDecide),
    level: approvals.some(({ securityLevel }) => securityLevel !== 'L3'),
    proof: approvals.some(({ stepUpRequired, previewRequired }) => stepUpRequired || previewRequired),
    tool: differ(({ toolName, toolVersion }) => `${toolName} ${toolVersion}`),
    policy: differ(({ policyVersion }) => policyVersion),
    few: approvals.length < 2,
    many: approvals.length > most,
  }
  return (['right', 'level', 'proof', 'tool', 'policy', 'few', 'many'] as const).find((one) => reasons[one])
}
