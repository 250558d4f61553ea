import type { ContextMoment } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../i18n/use-locale.ts'
import { formatDate } from '../../../lib/time.ts'
import { FactTable } from '../../../ui/fact-table.tsx'
import { useToolWords } from '../tools/use-tool-words.ts'
import { AskRow } from './ask-row.tsx'

type Ticket = Extract<ContextMoment['parts'][number], { topic: 'ticket' }>['rows'][number]

/** Where the ticket stands, who asked, and how its description begins. */
export function TicketFacts({ ticket, onAsk }: { ticket: Ticket; onAsk: (question: string) => void }) {
  const { t } = useTranslation('wibot')
  const locale = useLocale()
  const { label, value } = useToolWords(locale)
  const { ticketId, status, openedAt, requesters, technicians, text } = ticket
  const facts = [
    { key: 'status', value: value('status', status) },
    { key: 'openedAt', value: openedAt && formatDate(new Date(openedAt), locale) },
    { key: 'requesters', value: requesters.join(', ') },
    { key: 'technicians', value: technicians.join(', ') },
  ]
  const rows = facts.flatMap(({ key, value }) => (value ? [{ key, label: label(key), value }] : []))
  return (
    <div className="flex flex-col gap-2">
      <FactTable facts={rows} />
      {text && <p className="line-clamp-6 whitespace-pre-line break-words text-muted text-sm">{text}</p>}
      <ul>
        <AskRow question={t('context.askTicket', { number: ticketId })} onAsk={onAsk}>
          <span className="flex-1 text-accent-ink">{t('context.askTicket', { number: ticketId })}</span>
        </AskRow>
      </ul>
    </div>
  )
}
