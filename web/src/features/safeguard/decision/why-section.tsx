import type { Approval } from '@hub/contracts'
import { Ticket } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useText } from '../../../i18n/use-locale.ts'
import { Section } from './section.tsx'

/** Why the request exists: the ticket and what was noted. Everything here is shown, nothing is trusted. */
export function WhySection({ approval }: { approval: Approval }) {
  const { t } = useTranslation('safeguard')
  const text = useText()
  const { ticketId, ticketTitle, clientName, evidence } = approval.context
  return (
    <Section title={t('sections.why')}>
      {ticketId === null ? (
        <p className="text-muted">{t('why.noTicket')}</p>
      ) : (
        <p className="flex gap-2">
          <Ticket aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" strokeWidth={1.75} />
          <span>
            <span className="tabular">
              {ticketTitle
                ? t('why.ticket', { id: ticketId, title: ticketTitle })
                : t('queue.ticket', { id: ticketId })}
            </span>
            {clientName && <span className="text-muted"> · {clientName}</span>}
          </span>
        </p>
      )}
      {evidence.length === 0 ? (
        <p className="text-muted">{t('why.noEvidence')}</p>
      ) : (
        <ul aria-label={t('why.evidence')} className="flex list-disc flex-col gap-1 pl-6 marker:text-faint">
          {evidence.map((item) => (
            <li key={item.en}>{text(item)}</li>
          ))}
        </ul>
      )}
    </Section>
  )
}
