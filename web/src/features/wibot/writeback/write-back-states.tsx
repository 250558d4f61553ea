import type { ToolCallRecord } from '@hub/contracts'
import { CircleCheck, CircleX, Clock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLocale, useText } from '../../../i18n/use-locale.ts'
import { formatFull } from '../../../lib/time.ts'

/** What became of writing an answer to tickets. */
export function WriteBackStates({ calls }: { calls: ToolCallRecord[] }) {
  return calls.map((call) => <WriteBackState key={call.callId} call={call} />)
}

function WriteBackState({ call }: { call: ToolCallRecord }) {
  const { t } = useTranslation('wibot')
  const text = useText()
  const locale = useLocale()
  const { status, approvalId, summary, startedAt } = call
  const ticket = String(call.arguments.ticketId ?? '')
  const at = formatFull(new Date(startedAt), locale)
  if (status === 'ok')
    return (
      <p className="flex items-center gap-1.5 text-muted text-xs">
        <CircleCheck aria-hidden className="size-3.5 shrink-0 text-ok" strokeWidth={2} />
        {t('followup.done', { ticket, at })}
      </p>
    )
  if (status === 'approval_required')
    return (
      <p className="flex flex-wrap items-center gap-1.5 text-muted text-xs">
        <Clock aria-hidden className="size-3.5 shrink-0 text-warning" strokeWidth={2} />
        {t('followup.waiting', { ticket })}
        {approvalId && (
          <Link to={`/safeguard/${approvalId}`} className="text-accent-ink underline underline-offset-2">
            {t('answer.openRequest', { id: approvalId })}
          </Link>
        )}
      </p>
    )
  return (
    <p className="flex items-center gap-1.5 text-muted text-xs">
      <CircleX aria-hidden className="size-3.5 shrink-0 text-danger" strokeWidth={2} />
      {t('followup.refused', { ticket, why: summary ? text(summary) : '' })}
    </p>
  )
}
