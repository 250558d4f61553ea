import type { Approval } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { requesterName } from '../../../approvals/requester-name.ts'
import { useText } from '../../../i18n/use-locale.ts'
import { cn } from '../../../ui/class-names.ts'

/** One request of several: its sentence, where it comes from, and the digest that the decision names. */
export function TogetherItem({ approval, isRefused }: { approval: Approval; isRefused: boolean }) {
  const { t } = useTranslation('safeguard')
  const { t: tApprovals } = useTranslation('approvals')
  const text = useText()
  const { clientName, ticketId } = approval.context
  const place = [
    approval.target.attributes.displayName,
    clientName,
    ticketId !== null && t('queue.ticket', { id: ticketId }),
    t('queue.askedBy', { name: requesterName(approval.requestedBy, tApprovals) }),
  ].filter((part) => typeof part === 'string' && part !== '')
  return (
    <li
      data-seen-mark=""
      aria-invalid={isRefused || undefined}
      className={cn('flex flex-col gap-0.5 px-3 py-2', isRefused && 'bg-danger-soft')}
    >
      <span className="font-medium">{text(approval.sentence)}</span>
      <span className="text-muted text-sm">{place.join(' · ')}</span>
      <code className="break-all text-muted text-xs">{approval.digest}</code>
      {isRefused && <span className="text-danger text-sm">{t('together.refused')}</span>}
    </li>
  )
}
