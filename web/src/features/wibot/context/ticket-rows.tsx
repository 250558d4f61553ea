import type { ContextMoment } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../i18n/use-locale.ts'
import { formatDate } from '../../../lib/time.ts'
import { useToolWords } from '../tools/use-tool-words.ts'
import { AskRow } from './ask-row.tsx'

type Tickets = Extract<ContextMoment['parts'][number], { topic: 'tickets' }>['rows']

/** Recent tickets, each with a question about it. */
export function TicketRows({ tickets, onAsk }: { tickets: Tickets; onAsk: (question: string) => void }) {
  const { t } = useTranslation('wibot')
  const locale = useLocale()
  const { value } = useToolWords(locale)
  return (
    <ul className="flex flex-col">
      {tickets.map(({ ticketId, title, status, openedAt }) => (
        <AskRow key={ticketId} question={t('context.askTicket', { number: ticketId })} onAsk={onAsk}>
          <span className="flex min-w-0 flex-1 flex-col">
            <span className="break-words">{title}</span>
            <span className="tabular text-muted text-xs">
              #{ticketId} · {value('status', status)}
              {openedAt && ` · ${formatDate(new Date(openedAt), locale)}`}
            </span>
          </span>
        </AskRow>
      ))}
    </ul>
  )
}
