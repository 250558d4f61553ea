import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { cn } from '../../../ui/class-names.ts'

/** The number of a ticket, which opens a conversation about it. */
export function TicketLink({
  ticketId,
  isShort,
  className,
}: {
  ticketId: number
  isShort?: boolean
  className?: string
}) {
  const { t } = useTranslation('workflows')
  return (
    <Link
      to={`/wibot?ticket=${ticketId}`}
      title={t('aboutTicket', { id: ticketId })}
      className={cn(
        'inline-flex min-h-6 items-center text-accent-ink tabular underline underline-offset-2 max-md:min-h-8',
        className,
      )}
    >
      {isShort ? `#${ticketId}` : t('ticket', { id: ticketId })}
    </Link>
  )
}
