import type { ApprovalDecision } from '@hub/contracts'
import type { TFunction } from 'i18next'

type Decider = Pick<ApprovalDecision, 'displayName' | 'onBehalfOf'>

/** Who decided, with the absent person in whose name they did. */
export function deciderName({ displayName, onBehalfOf }: Decider, t: TFunction<'approvals'>): string {
  return onBehalfOf ? t('onBehalf.by', { who: displayName, name: onBehalfOf.displayName }) : displayName
}
