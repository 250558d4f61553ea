import type { Delegation } from '@hub/contracts'
import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/avatar.tsx'
import { Period } from './period.tsx'
import { RevokeButton } from './revoke-button.tsx'
import { DelegationStateBadge } from './state-badge.tsx'

interface DelegationListProps {
  delegations: Delegation[]
  empty: string
  /** Which of the two people is named: the other one is the reader, or both. */
  shows: 'from' | 'to' | 'both'
}

/** Delegations with their period and state, newest first. */
export function DelegationList({ delegations, empty, shows }: DelegationListProps) {
  const { t } = useTranslation('delegations')
  if (delegations.length === 0) return <p className="text-muted text-sm">{empty}</p>
  return (
    <ul className="divide-y border-y">
      {delegations.map((delegation) => {
        const { id, from, to, reason } = delegation
        const person = shows === 'to' ? to : from
        return (
          <li key={id} className="flex items-start gap-3 py-2.5">
            <Avatar name={person.displayName} className="mt-0.5" />
            <div className="min-w-0 flex-1 text-sm">
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <span className="font-medium">{person.displayName}</span>
                {shows === 'both' && (
                  <>
                    <ArrowRight aria-label={t('list.to')} className="size-3.5 text-faint" />
                    <span className="font-medium">{to.displayName}</span>
                  </>
                )}
                <DelegationStateBadge state={delegation.state} />
              </p>
              <Period delegation={delegation} />
              {reason && <p className="break-words text-muted">{reason}</p>}
            </div>
            {delegation.canRevoke && <RevokeButton delegation={delegation} />}
          </li>
        )
      })}
    </ul>
  )
}
