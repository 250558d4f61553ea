import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { errorRequestId, errorSentence } from '../../../lib/error-sentence.ts'
import { MoreButton } from '../../../page/more-button.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { archivedQuery, conversationsQuery } from '../api/conversations.ts'
import { ConversationGroups } from './conversation-groups.tsx'
import type { ConversationPaneProps } from './conversation-pane.tsx'
import { ListSkeleton } from './list-skeleton.tsx'

/** The conversations by time, or those of the archive. */
export function ConversationList(props: ConversationPaneProps & { isArchive: boolean }) {
  const { currentId, onChosen, isArchive } = props
  const { t } = useTranslation('wibot')
  const { t: tUi } = useTranslation('ui')
  const list = useInfiniteQuery(isArchive ? archivedQuery : conversationsQuery)
  const items = list.data?.pages.flatMap((page) => page.items)
  if (!items && list.error)
    return (
      <ErrorState
        className="flex-1 p-4"
        title={t('list.failed')}
        message={errorSentence(list.error, tUi)}
        requestId={errorRequestId(list.error)}
        onRetry={() => void list.refetch()}
      >
        {t('list.failedHelp')}
      </ErrorState>
    )
  if (!items) return <ListSkeleton />
  return (
    <div className="scroll-pane min-h-0 flex-1 px-2 pb-4">
      {items.length === 0 && (
        <p className="px-2 text-muted text-sm">{t(isArchive ? 'list.emptyArchive' : 'list.empty')}</p>
      )}
      <ConversationGroups items={items} currentId={currentId} onChosen={onChosen} />
      <MoreButton query={list} label={t('list.more')} variant="ghost" className="w-full" />
    </div>
  )
}
