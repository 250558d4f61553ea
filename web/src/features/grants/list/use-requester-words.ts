import type { StandingGrant } from '@hub/contracts'
import { useTranslation } from 'react-i18next'

/** Whose requests a grant answers, in words. */
export function useRequesterWords(): (grant: StandingGrant) => string {
  const { t } = useTranslation('grants')
  return ({ scope, requesterName }) =>
    scope.requester.startsWith('workflow:') ? t('row.workflow', { name: requesterName }) : requesterName
}
