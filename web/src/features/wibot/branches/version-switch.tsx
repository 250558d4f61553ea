import type { ChatMessage } from '@hub/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { type KeyboardEvent, use, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { errorSentence } from '../../../lib/error-sentence.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { showBranch } from '../api/branches.ts'
import { conversationQuery } from '../api/conversations.ts'
import { refreshNewest } from '../api/messages.ts'
import { useEdits } from './edits.ts'
import { MessageActionsContext } from './message-actions.ts'

const small = 'size-7 max-md:size-11'

/** Which version of a question or an answer is shown, of how many; the arrows of the keyboard go to the others. */
export function VersionSwitch({ message }: { message: ChatMessage }) {
  const { t } = useTranslation('wibot')
  const { t: tUi } = useTranslation('ui')
  const { conversationId, isBusy } = use(MessageActionsContext)
  const { index, count, previousId, nextId } = message.siblings
  const group = useRef<HTMLFieldSetElement>(null)
  useFocusAfterSwitch(message.id, group)
  const change = useSwitch(conversationId)
  if (count < 2 || conversationId === null) return null
  const isStill = isBusy || change.isPending
  const show = (id: string | null) => id !== null && !isStill && change.mutate(id)
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    show(event.key === 'ArrowLeft' ? previousId : nextId)
  }
  return (
    <fieldset
      ref={group}
      tabIndex={-1}
      aria-label={t('branch.versions')}
      onKeyDown={press}
      className="flex items-center text-muted text-xs"
    >
      <IconButton
        icon={ChevronLeft}
        label={t('branch.previous')}
        aria-disabled={previousId === null || isStill}
        onClick={() => show(previousId)}
        className={`${small} aria-disabled:opacity-40`}
      />
      <span className="tabular" role="status">
        <span className="sr-only">{t('branch.version')} </span>
        {index + 1}/{count}
      </span>
      <IconButton
        icon={ChevronRight}
        label={t('branch.next')}
        aria-disabled={nextId === null || isStill}
        onClick={() => show(nextId)}
        className={`${small} aria-disabled:opacity-40`}
      />
      {change.error && (
        <span role="alert" className="text-danger">
          {errorSentence(change.error, tUi)}
        </span>
      )}
    </fieldset>
  )
}

function useSwitch(conversationId: string | null) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (messageId: string) => {
      if (conversationId === null) return
      const conversation = await showBranch(conversationId, messageId)
      useEdits.setState({ focusOn: messageId })
      await refreshNewest(client, conversationId)
      client.setQueryData(conversationQuery(conversationId).queryKey, conversation)
    },
  })
}

// The row of the other version is another one: without this the keyboard would lose its place.
function useFocusAfterSwitch(messageId: string, group: { current: HTMLFieldSetElement | null }): void {
  const isWanted = useEdits(({ focusOn }) => focusOn === messageId)
  useEffect(() => {
    if (!isWanted) return
    useEdits.setState({ focusOn: null })
    group.current?.focus()
  }, [isWanted, group])
}
