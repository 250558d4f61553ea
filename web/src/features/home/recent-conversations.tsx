import { useQuery } from '@tanstack/react-query'
import { MessageSquare, Pin } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { recentConversationsQuery } from '../../lib/conversations.ts'
import { errorRequestId, errorSentence } from '../../lib/error-sentence.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { listClass, quietLink, Section } from './section.tsx'

const shownAtMost = 5

/** The conversations of the reader that moved last. */
export function RecentConversations() {
  const { t } = useTranslation('home')
  return (
    <Section
      title={t('conversations.title')}
      aside={
        <Link to="/wibot" className={quietLink}>
          {t('conversations.all')}
        </Link>
      }
    >
      <List />
    </Section>
  )
}

function List() {
  const { t } = useTranslation('home')
  const { t: tUi } = useTranslation('ui')
  const { data, error, refetch } = useQuery(recentConversationsQuery)
  if (!data && error) {
    return (
      <ErrorState
        title={t('conversations.failed')}
        message={errorSentence(error, tUi)}
        requestId={errorRequestId(error)}
        onRetry={() => void refetch()}
        className="max-w-none rounded-card border bg-surface p-4"
      />
    )
  }
  if (!data) return <Skeleton className="h-32" />
  if (data.items.length === 0) {
    return (
      <div className="flex flex-wrap items-center gap-3 rounded-card border bg-surface p-4 text-muted">
        {t('conversations.empty')}
        <Button asChild>
          <Link to="/wibot">{t('conversations.start')}</Link>
        </Button>
      </div>
    )
  }
  return (
    <ul className={listClass}>
      {data.items.slice(0, shownAtMost).map(({ id, title, pinned, updatedAt }) => {
        const Icon = pinned ? Pin : MessageSquare
        return (
          <li key={id}>
            <Link
              to={`/wibot/${id}`}
              className="flex h-9 items-center gap-3 px-3 transition-colors duration-120 hover:bg-hover max-md:h-11"
            >
              <Icon aria-hidden className="size-4 shrink-0 text-faint" strokeWidth={1.75} />
              <span className="min-w-0 flex-1 truncate">{title}</span>
              <Moment at={updatedAt} className="text-muted text-xs" />
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
