import type { StandingGrant } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { Moment } from '../../../ui/moment.tsx'

/** Who asked, who decided and why, who ended it. */
export function People({ grant }: { grant: StandingGrant }) {
  const { t } = useTranslation('grants')
  const { requestedBy, decidedBy, revokedBy, decisionReason, state } = grant
  const verb = state === 'rejected' ? 'people.rejected' : 'people.approved'
  const ended = state === 'withdrawn' ? 'people.withdrawn' : 'people.revoked'
  return (
    <ol className="flex flex-col gap-1.5 text-sm">
      <li>
        {t('people.asked', { name: requestedBy.displayName })}{' '}
        <Moment at={requestedBy.at} className="text-muted" />
      </li>
      {decidedBy && (
        <li>
          {t(verb, { name: decidedBy.displayName })} <Moment at={decidedBy.at} className="text-muted" />
          {decisionReason && <span className="block break-words text-muted">{decisionReason}</span>}
        </li>
      )}
      {revokedBy && (
        <li>
          {t(ended, { name: revokedBy.displayName })} <Moment at={revokedBy.at} className="text-muted" />
        </li>
      )}
      {!decidedBy && state === 'requested' && (
        <li className="text-muted">{t('people.waiting', { level: grant.approverLevel })}</li>
      )}
    </ol>
  )
}
