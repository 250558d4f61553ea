import type { Approval } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { cn } from '../ui/class-names.ts'

/** How many approvals a request has. */
export function approvalsGiven(approval: Pick<Approval, 'decisions'>): number {
  return approval.decisions.filter((decision) => decision.kind === 'approve').length
}

/** Approvals given out of those needed, as dots; nothing when one is enough. */
export function QuorumDots({ approval }: { approval: Approval }) {
  const { t } = useTranslation('approvals')
  const needed = approval.requiredApprovals
  if (needed < 2) return null
  const given = approvalsGiven(approval)
  const label = t('quorum', { given, needed })
  return (
    <span className="inline-flex items-center gap-1" title={label}>
      {Array.from({ length: needed }, (_, rank) => rank).map((rank) => (
        <span
          key={rank}
          aria-hidden
          className={cn('size-2 rounded-full border border-accent', rank < given && 'bg-accent')}
        />
      ))}
      <span className="ml-0.5 text-muted text-xs tabular">
        <span aria-hidden>
          {given}/{needed}
        </span>
        <span className="sr-only">{label}</span>
      </span>
    </span>
  )
}
