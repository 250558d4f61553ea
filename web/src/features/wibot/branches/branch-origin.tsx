import type { Conversation } from '@hub/contracts'
import { useQuery } from '@tanstack/react-query'
import { GitBranch } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { conversationQuery } from '../api/conversations.ts'

/** A quiet line where a conversation leaves the one it continues. */
export function BranchOrigin({ from }: { from: NonNullable<Conversation['branchedFrom']> }) {
  const { t } = useTranslation('wibot')
  const earlier = useQuery({ ...conversationQuery(from.conversationId), retry: false })
  return (
    <p className="flex items-center gap-2 pt-5 text-muted text-xs before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      <GitBranch aria-hidden className="size-3.5 shrink-0" strokeWidth={1.75} />
      {earlier.data ? (
        <Link
          to={`/wibot/${from.conversationId}?message=${from.messageId}`}
          className="min-w-0 truncate underline decoration-line-strong underline-offset-2 hover:text-ink"
        >
          {t('branch.from', { title: earlier.data.title })}
        </Link>
      ) : (
        <span>{t(earlier.isError ? 'branch.fromDeleted' : 'branch.fromEarlier')}</span>
      )}
    </p>
  )
}
