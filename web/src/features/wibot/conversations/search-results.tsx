import type { ConversationPage } from '@hub/contracts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { errorRequestId, errorSentence } from '../../../lib/error-sentence.ts'
import { MoreButton } from '../../../page/more-button.tsx'
import { cn } from '../../../ui/class-names.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { searchQuery } from '../api/conversations.ts'
import { Highlighted } from './highlighted.tsx'
import { ListSkeleton } from './list-skeleton.tsx'

type Found = ConversationPage['items'][number]

export interface SearchResultsProps {
  query: string
  currentId: string | null
  onChosen: () => void
}

/** Conversations in which words were found, archived ones too, each with the place; it opens there. */
export function SearchResults({ query, currentId, onChosen }: SearchResultsProps) {
  const { t } = useTranslation('wibot')
  const { t: tUi } = useTranslation('ui')
  const search = useInfiniteQuery(searchQuery(query))
  const items = search.data?.pages.flatMap((page) => page.items)
  if (!items && search.error)
    return (
      <ErrorState
        className="p-4"
        title={t('list.searchFailed')}
        message={errorSentence(search.error, tUi)}
        requestId={errorRequestId(search.error)}
        onRetry={() => void search.refetch()}
      />
    )
  if (!items) return <ListSkeleton />
  return (
    <div className="scroll-pane min-h-0 flex-1 px-2 pb-4">
      <p role="status" className="px-2 pb-1 text-muted text-xs">
        {items.length === 0
          ? t('list.noMatch', { query })
          : t('list.found', { count: items.length, more: search.hasNextPage ? '+' : '' })}
      </p>
      <ul className="flex flex-col gap-px">
        {items.map((item) => (
          <Result
            key={item.id}
            item={item}
            query={query}
            isCurrent={item.id === currentId}
            onChosen={onChosen}
          />
        ))}
      </ul>
      <MoreButton query={search} label={t('list.more')} variant="ghost" className="w-full" />
    </div>
  )
}

interface ResultProps {
  item: Found
  query: string
  isCurrent: boolean
  onChosen: () => void
}

function Result({ item, query, isCurrent, onChosen }: ResultProps) {
  const { t } = useTranslation('wibot')
  const messageId = item.match?.messageId
  return (
    <li>
      <Link
        to={messageId ? `/wibot/${item.id}?message=${messageId}` : `/wibot/${item.id}`}
        onClick={onChosen}
        aria-current={isCurrent ? 'page' : undefined}
        className={cn(
          'flex flex-col gap-0.5 rounded-control px-2 py-1.5 text-sm hover:bg-hover',
          isCurrent && 'bg-selected hover:bg-selected',
        )}
      >
        <span className="line-clamp-2 break-words font-medium">
          <Highlighted text={item.title} query={query} />
        </span>
        {item.match && messageId && (
          <span className="line-clamp-3 break-words text-muted text-xs">
            <Highlighted text={item.match.snippet} query={query} />
          </span>
        )}
        {item.archived && <span className="text-faint text-xs">{t('list.inArchive')}</span>}
      </Link>
    </li>
  )
}
