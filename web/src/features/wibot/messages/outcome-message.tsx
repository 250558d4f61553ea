import type { ChatMessage } from '@hub/contracts'
import { useQuery } from '@tanstack/react-query'
import { ArrowRight, Flag } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ApprovalStatusBadge } from '../../../approvals/approval-status-badge.tsx'
import { approvalQuery } from '../../../approvals/queries.ts'
import { Markdown } from '../../../markdown/markdown.tsx'
import { citationOf } from '../citations/citation-chip.tsx'
import { MessageTime } from './message-time.tsx'

/** What became of an action that was asked for here: written by the Hub, neither by a person nor by the model. */
export const OutcomeMessage = memo(function OutcomeMessage({ message }: { message: ChatMessage }) {
  const { t } = useTranslation('wibot')
  return (
    <article className="flex gap-3 border-y py-3">
      <Flag aria-hidden className="mt-0.5 size-4 shrink-0 text-safeguard" strokeWidth={1.75} />
      <div className="flex min-w-0 flex-1 flex-col gap-1.5">
        <header className="flex flex-wrap items-center gap-2">
          <h2 className="font-semibold text-sm">{t('answer.outcome')}</h2>
          {message.approvalId && <RequestStatus approvalId={message.approvalId} />}
          <MessageTime at={message.createdAt} />
        </header>
        <Markdown text={message.content} sources={message.sources} cite={citationOf} />
        {message.approvalId && (
          <Link
            to={`/safeguard/${message.approvalId}`}
            className="flex w-fit items-center gap-1 text-accent-ink text-sm hover:underline max-md:min-h-11"
          >
            {t('answer.openRequest', { id: message.approvalId })}
            <ArrowRight aria-hidden className="size-3.5" />
          </Link>
        )}
      </div>
    </article>
  )
})

function RequestStatus({ approvalId }: { approvalId: string }) {
  const { data } = useQuery(approvalQuery(approvalId))
  return data ? <ApprovalStatusBadge approval={data} /> : null
}
