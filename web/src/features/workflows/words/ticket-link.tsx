import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

/** The number of a ticket, which opens a conversation about it. */
export function TicketLink({ ticketId, isShort }: { ticketId: number; isShort?: boolean }) {
  const { t } = useTranslation('workflows')
  return (
    <Link
      to={`/wibot?ticket=${ticketId}`}
      title={t('aboutTicket', { id: ticketId })}
      className="relative inline-block text-accent-ink tabular underline underline-offset-2 after:absolute after:-inset-x-1 after:-inset-y-1.5"
    >
      {isShort ? `#${ticketId}` : t('ticket', { id: ticketId })}
    </Link>
  )
}
