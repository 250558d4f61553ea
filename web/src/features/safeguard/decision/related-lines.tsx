import type { Approval } from '@hub/contracts'
import { BadgeCheck, type LucideIcon, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { RequestLink } from './request-link.tsx'

/** What the request has to do with others: the effect it takes back, what took back its own, the grant that said yes. */
export function RelatedLines({ approval }: { approval: Approval }) {
  const { t } = useTranslation('safeguard')
  const { undoOf, undoneBy, grantId } = approval
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
      {grantId && (
        <p className="flex items-center gap-2 rounded-card bg-info-soft px-3 py-2 text-info text-sm">
          <BadgeCheck aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
          <span>
            {t('related.grant')}{' '}
            <Link to="/safeguard/grants" className="underline underline-offset-2">
              {t('related.grantLink')}
            </Link>
          </span>
        </p>
      )}
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
