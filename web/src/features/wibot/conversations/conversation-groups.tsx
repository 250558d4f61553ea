import type { Conversation } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useNow } from '../../../lib/use-now.ts'
import { ConversationRow } from './conversation-row.tsx'
import { groupConversations } from './group-conversations.ts'

export interface ConversationGroupsProps {
  items: Conversation[]
  currentId: string | null
  onChosen: () => void
}

/** Conversations under their time: pinned, today, yesterday, seven days, older. */
export function ConversationGroups({ items, currentId, onChosen }: ConversationGroupsProps) {
  const { t } = useTranslation('wibot')
  const now = useNow()
  return groupConversations(items, now).map(({ group, members }) => (
    <section key={group} aria-label={t(`list.${group}`)} className="mb-3">
      <h2 className="px-2 py-1 font-medium text-faint text-xs">{t(`list.${group}`)}</h2>
      <ul className="flex flex-col gap-px">
        {members.map((conversation) => (
          <ConversationRow
            key={conversation.id}
            conversation={conversation}
            isCurrent={conversation.id === currentId}
            onChosen={onChosen}
          />
        ))}
      </ul>
    </section>
  ))
}
