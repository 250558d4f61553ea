import type { ContextMoment, ConversationBinding } from '@hub/contracts'
import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useText } from '../../../i18n/use-locale.ts'
import { cn } from '../../../ui/class-names.ts'
import { AlertRows } from './alert-rows.tsx'
import { TicketFacts } from './ticket-facts.tsx'
import { TicketRows } from './ticket-rows.tsx'

type Part = ContextMoment['parts'][number]

interface ContextPartProps {
  part: Part
  binding: ConversationBinding
  onAsk: (question: string) => void
}

/** One part of what is known: its rows, that there are none, or why it could not be read. */
export function ContextPart({ part: read, binding, onAsk }: ContextPartProps) {
  const { t } = useTranslation('wibot')
  const text = useText()
  const part = withoutBound(read, binding)
  const { topic, problem, total, complete } = part
  const count = !problem && topic !== 'ticket' ? `${total}${complete ? '' : '+'}` : null
  const title = topic === 'tickets' && binding.kind === 'device' ? 'naming' : topic
  return (
    <section aria-label={t(`context.topic.${title}`)} className="flex flex-col gap-2">
      <h3 className={cn('flex items-baseline gap-2 font-medium text-sm', topic === 'ticket' && 'sr-only')}>
        {t(`context.topic.${title}`)}
        {count !== null && <span className="tabular font-normal text-muted text-xs">{count}</span>}
      </h3>
      {problem ? (
        <p className="flex items-start gap-2 text-muted text-sm">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" strokeWidth={1.75} />
          {text(problem)}
        </p>
      ) : (
        <Rows part={part} onAsk={onAsk} />
      )}
    </section>
  )
}

/** The ticket that the conversation is about is told above its neighbours, not among them. */
function withoutBound(part: Part, { kind, id }: ConversationBinding): Part {
  if (part.topic !== 'tickets' || kind !== 'ticket') return part
  const rows = part.rows.filter(({ ticketId }) => String(ticketId) !== id)
  return { ...part, rows, total: part.total - (part.rows.length - rows.length) }
}

function Rows({ part, onAsk }: Pick<ContextPartProps, 'part' | 'onAsk'>): ReactNode {
  const { t } = useTranslation('wibot')
  if (part.rows.length === 0)
    return <p className="text-muted text-sm">{t(`context.nothing.${part.topic}`)}</p>
  switch (part.topic) {
    case 'ticket':
      return part.rows.map((ticket) => <TicketFacts key={ticket.ticketId} ticket={ticket} onAsk={onAsk} />)
    case 'alerts':
      return <AlertRows alerts={part.rows} onAsk={onAsk} />
    case 'tickets':
      return <TicketRows tickets={part.rows} onAsk={onAsk} />
  }
}
