import type { ChatMessage } from '@hub/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { type RefObject, useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ApiError } from '../../lib/api-error.ts'
import { errorRequestId, errorSentence } from '../../lib/error-sentence.ts'
import { useMedia } from '../../lib/use-media.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Composer } from './composer/composer.tsx'
import { setDraftText } from './composer/drafts.ts'
import { EmptyConversation } from './messages/empty-conversation.tsx'
import { LogSkeleton } from './messages/log-skeleton.tsx'
import { MessageLog } from './messages/message-log.tsx'
import { OlderMessages } from './messages/older-messages.tsx'
import { ask } from './stream/ask.ts'
import { newConversation } from './stream/live-answers.ts'
import type { useConversation } from './use-conversation.ts'

export interface ConversationViewProps {
  conversationId: string | null
  state: ReturnType<typeof useConversation>
}

/** The middle of the page: the messages, and the composer that stays put. */
export function ConversationView({ conversationId, state }: ConversationViewProps) {
  const { live, conversation } = state
  const input = useRef<HTMLTextAreaElement>(null)
  useFocusOnArrival(input, conversationId)
  const edit = useCallback(
    (text: string) => {
      setDraftText(conversationId ?? newConversation, text)
      input.current?.focus()
    },
    [conversationId],
  )
  const error =
    (conversation.data ? null : conversation.error) ?? (state.messages.data ? null : state.messages.error)
  if (error && state.entries.length === 0) return <ConversationFailed error={error} state={state} />
  return (
    <div className="flex h-full min-h-0 min-w-0 flex-1 flex-col">
      <Messages conversationId={conversationId} state={state} onEdit={edit} />
      <Composer
        conversationId={conversationId}
        mode={conversation.data?.mode ?? 'assistant'}
        live={live}
        input={input}
      />
    </div>
  )
}

interface MessagesProps extends ConversationViewProps {
  onEdit: (text: string) => void
}

function Messages({ conversationId, state, onEdit }: MessagesProps) {
  const { t } = useTranslation('wibot')
  const client = useQueryClient()
  const { entries, messages } = state
  const retry = useCallback(
    (question: ChatMessage) =>
      void ask(client, { conversationId, mode: question.mode, content: question.content }),
    [client, conversationId],
  )
  if (entries.length === 0 && conversationId === null) return <EmptyConversation onPick={onEdit} />
  if (entries.length === 0 && messages.isPending) return <LogSkeleton />
  const older = messages.hasNextPage && (
    <OlderMessages
      isLoading={messages.isFetchingNextPage}
      isFailed={messages.isFetchNextPageError}
      onLoad={() => void messages.fetchNextPage()}
    />
  )
  const empty = entries.length === 0 && <p className="text-muted text-sm">{t('log.untitled')}</p>
  return (
    <MessageLog
      place={conversationId ?? newConversation}
      entries={entries}
      top={older || empty}
      onRetry={retry}
      onEdit={onEdit}
    />
  )
}

function ConversationFailed({ error, state }: { error: Error; state: ConversationViewProps['state'] }) {
  const { t } = useTranslation('wibot')
  const { t: tUi } = useTranslation('ui')
  const isMissing = error instanceof ApiError && (error.status === 404 || error.status === 400)
  const retry = () => {
    void state.conversation.refetch()
    void state.messages.refetch()
  }
  return (
    <div className="min-w-0 flex-1 p-2">
      <ErrorState
        title={t(isMissing ? 'log.missing' : 'log.failed')}
        message={isMissing ? t('log.missingHelp') : errorSentence(error, tUi)}
        requestId={errorRequestId(error)}
        {...(isMissing ? {} : { onRetry: retry })}
      >
        {isMissing ? (
          <Button asChild className="max-md:h-11">
            <Link to="/wibot">{t('log.start')}</Link>
          </Button>
        ) : (
          t('log.failedHelp')
        )}
      </ErrorState>
    </div>
  )
}

// On a touch screen the focus would open the keyboard over the conversation.
function useFocusOnArrival(
  input: RefObject<HTMLTextAreaElement | null>,
  conversationId: string | null,
): void {
  const hasKeyboard = useMedia('(hover: hover) and (pointer: fine)')
  useEffect(() => {
    if (hasKeyboard && conversationId !== undefined) input.current?.focus({ preventScroll: true })
  }, [input, hasKeyboard, conversationId])
}
