import type { Approval } from '@hub/contracts'
import { type LucideIcon, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { GrantNotice } from '../../../approvals/grant-notice.tsx'
import { RequestLink } from './request-link.tsx'

/** What the request has to do with others: the effect it takes back, what took back its own, the grant that said yes. */
export function RelatedLines({ approval }: { approval: Approval }) {
  const { t } = useTranslation('safeguard')
  const { undoOf, undoneBy } = approval
  return (
    <>
      {undoOf && (
        <Line icon={Undo2}>
          {t('related.undoOf')} <RequestLink approvalId={undoOf} />
        </Line>
      )}
      {undoneBy && (
        <Line icon={Undo2}>
          {t(undoneBy.startsWith('APR-') ? 'related.undoneBy' : 'related.undone')}{' '}
          {undoneBy.startsWith('APR-') && <RequestLink approvalId={undoneBy} />}
        </Line>
      )}
      <GrantNotice grantId={approval.grantId} />
    </>
  )
}

function Line({ icon: Icon, children }: { icon: LucideIcon; children: ReactNode }) {
  return (
    <p className="flex items-center gap-2 text-muted text-sm">
      <Icon aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
      <span>{children}</span>
    </p>
  )
}
