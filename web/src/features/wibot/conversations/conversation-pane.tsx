import { useInfiniteQuery } from '@tanstack/react-query'
import { Search, SquarePen } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { errorRequestId, errorSentence } from '../../../lib/error-sentence.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { Input } from '../../../ui/input.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { conversationsQuery } from '../api/conversations.ts'
import { ConversationGroups } from './conversation-groups.tsx'
import { searchConversations } from './search-conversations.ts'

export interface ConversationPaneProps {
  currentId: string | null
  /** Called when a conversation is chosen or begun, to close the sheet of a phone. */
  onChosen: () => void
}

/** The conversations of the reader: begin one, search by title, and the groups by time. */
export function ConversationPane({ currentId, onChosen }: ConversationPaneProps) {
  const { t } = useTranslation('wibot')
  const [query, setQuery] = useState('')
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex flex-col gap-2 p-3">
        <Button asChild className="w-full max-md:h-11">
          <Link to="/wibot" onClick={onChosen}>
            <SquarePen aria-hidden strokeWidth={1.75} />
            {t('list.new')}
          </Link>
        </Button>
        <div className="relative">
          <Search
            aria-hidden
            className="-translate-y-1/2 pointer-events-none absolute top-1/2 left-2 size-4 text-faint"
            strokeWidth={1.75}
          />
          <Input
            type="search"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            aria-label={t('list.search')}
            placeholder={t('list.search')}
            className="pl-8"
          />
        </div>
      </div>
      <ConversationResults query={query} currentId={currentId} onChosen={onChosen} />
    </div>
  )
}

function ConversationResults({ query, currentId, onChosen }: ConversationPaneProps & { query: string }) {
  const { t } = useTranslation('wibot')
  const { t: tUi } = useTranslation('ui')
  const list = useInfiniteQuery(conversationsQuery)
  const items = list.data?.pages.flatMap((page) => page.items)
  if (!items && list.error)
    return (
      <ErrorState
        className="p-4"
        title={t('list.failed')}
        message={errorSentence(list.error, tUi)}
        requestId={errorRequestId(list.error)}
        onRetry={() => void list.refetch()}
      >
        {t('list.failedHelp')}
      </ErrorState>
    )
  if (!items) return <ListSkeleton />
  const found = searchConversations(items, query)
  return (
    <div className="scroll-pane min-h-0 flex-1 px-2 pb-4">
      {items.length === 0 && <p className="px-2 text-muted text-sm">{t('list.empty')}</p>}
      {items.length > 0 && found.length === 0 && (
        <p role="status" className="px-2 text-muted text-sm">
          {t('list.noMatch', { query })}
        </p>
      )}
      <ConversationGroups items={found} currentId={currentId} onChosen={onChosen} />
      {list.hasNextPage && (
        <Button
          variant="ghost"
          busy={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
          className="w-full max-md:h-11"
        >
          {t('list.more')}
        </Button>
      )}
    </div>
  )
}

function ListSkeleton() {
  return (
    <div className="flex flex-col gap-4 px-4 pt-2">
      {['w-3/4', 'w-1/2', 'w-5/6', 'w-2/3', 'w-3/5'].map((width) => (
        <Skeleton key={width} className={width} />
      ))}
    </div>
  )
}
