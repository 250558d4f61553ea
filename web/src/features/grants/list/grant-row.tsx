import type { StandingGrant } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { useText } from '../../../i18n/use-locale.ts'
import { cn } from '../../../ui/class-names.ts'
import { Expiry } from './expiry.tsx'
import { GrantStateBadge } from './grant-state-badge.tsx'
import { useScopeWords } from './scope-words.ts'
import { useRequesterWords } from './use-requester-words.ts'

/** One grant: the action, for whom and on what, its uses and the time left. */
export function GrantRow({ grant, isOpen }: { grant: StandingGrant; isOpen: boolean }) {
  const { t } = useTranslation('grants')
  const text = useText()
  const scopeWords = useScopeWords()
  const requesterWords = useRequesterWords()
  const [params] = useSearchParams()
  const search = params.size === 0 ? '' : `?${params}`
  return (
    <li
      className={cn(
        'relative flex flex-col gap-1 border-b px-4 py-2.5 hover:bg-hover max-md:px-0',
        isOpen && 'bg-selected shadow-[inset_2px_0_0_var(--accent)] hover:bg-selected',
      )}
    >
      <Link
        to={`/safeguard/grants/${grant.grantId}${search}`}
        aria-current={isOpen ? 'true' : undefined}
        className="font-medium after:absolute after:inset-0"
      >
        {t('row.title', { action: text(grant.title), name: requesterWords(grant) })}
      </Link>
      <p className="break-words text-muted text-sm">{scopeWords(grant.scope)}</p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <GrantStateBadge state={grant.state} />
        <span className="text-muted text-xs tabular">
          {t('uses', { uses: grant.uses, count: grant.maxUses })}
        </span>
        <Expiry grant={grant} />
      </p>
    </li>
  )
}
