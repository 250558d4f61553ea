import type { Approval } from '@hub/contracts'
import { Fingerprint, Ticket } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '../ui/copy-button.tsx'

const iconClass = 'mt-0.5 size-4 shrink-0'

/** For which ticket and client a request is, and the digest that a decision on it names. */
export function RequestContext({ approval }: { approval: Approval }) {
  const { t } = useTranslation('approvals')
  const { ticketId, ticketTitle, clientName } = approval.context
  const ticket = ticketId !== null && (
    <span className="tabular">
      {ticketTitle ? t('titledTicket', { id: ticketId, title: ticketTitle }) : t('ticket', { id: ticketId })}
    </span>
  )
  return (
    <div className="flex flex-col gap-1 text-muted text-sm">
      {(ticket || clientName) && (
        <p className="flex gap-2">
          <Ticket aria-hidden className={iconClass} strokeWidth={1.75} />
          <span className="text-ink">
            {ticket}
            {ticket && clientName && ' · '}
            {clientName}
          </span>
        </p>
      )}
      <p className="flex items-center gap-2">
        <Fingerprint aria-hidden className={iconClass} strokeWidth={1.75} />
        <span className="sr-only">{t('digest.title')}</span>
        <code title={t('digest.title')} className="min-w-0 break-all text-xs">
          {approval.digest}
        </code>
        <CopyButton value={approval.digest} label={t('digest.copy')} className="-my-1.5 size-7" />
      </p>
    </div>
  )
}
