import type { Approval } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { StatusBadge } from '../ui/status.tsx'
import { approvalStatus, statusLook } from './approval-status.ts'

/** State of a request in its colour, shape and word. */
export function ApprovalStatusBadge({ approval }: { approval: Pick<Approval, 'state' | 'deferredUntil'> }) {
  const { t } = useTranslation('approvals')
  const status = approvalStatus(approval)
  const { tone, icon } = statusLook[status]
  return (
    <StatusBadge tone={tone} icon={icon}>
      {t(`state.${status}`)}
    </StatusBadge>
  )
}
