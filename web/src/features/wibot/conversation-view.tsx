import { useQueryClient } from '@tanstack/react-query'
import { type RefObject, useCallback, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ApiError } from '../../lib/api-error.ts'
import { errorRequestId, errorSentence } from '../../lib/error-sentence.ts'
import { useMedia } from '../../lib/use-media.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { forgetOldest } from './api/messages.ts'
import { DropZone } from './attachments/drop-zone.tsx'
import { MessageActionsContext } from './branches/message-actions.ts'
import { useMessageActions } from './branches/use-message-actions.ts'
import { Composer } from './composer/composer.tsx'
import { setDraftText } from './composer/drafts.ts'
import { type QueuedMessage, useQueue } from './composer/queue.ts'
import { TicketNotice } from './context/ticket-notice.tsx'
import type { useAskedTicket } from './context/use-asked-ticket.ts'
import { useFoundMessage } from './conversations/use-found-message.ts'
import { EmptyConversation } from './messages/empty-conversation.tsx'
import { LogSkeleton } from './messages/log-skeleton.tsx'
import { MessageLog } from './messages/message-log.tsx'
import { MessageNotice } from './messages/message-notice.tsx'
import { QueuedMessages } from './messages/queued-messages.tsx'
import { isBusy, newConversation } from './stream/live-answers.ts'
import type { useConversation } from './use-conversation.ts'

export interface ConversationViewProps {
  conversationId: string | null
  state: ReturnType<typeof useConversation>
}

interface ViewProps extends ConversationViewProps {
  /** Where a person writes. */
  input: RefObject<HTMLTextAreaElement | null>
  askedTicket: ReturnType<typeof useAskedTicket>
}

/** The middle of the page: the messages, and the composer that stays put. */
export function ConversationView({ conversationId, state, input, askedTicket }: ViewProps) {
  const { live, conversation } = state
  useFocusOnArrival(input, conversationId)
  const edit = useCallback(
    (text: string) => {
      setDraftText(conversationId ?? newConversation, text)
      input.current?.focus()
    },
    [conversationId, input],
  )
  const focus = useCallback(() => input.current?.focus(), [input])
  const error =
    (conversation.data ? null : conversation.error) ?? (state.messages.data ? null : state.messages.error)
  if (error && state.entries.length === 0) return <ConversationFailed error={error} state={state} />
  return (
    <DropZone conversation={conversationId ?? newConversation}>
      {conversationId === null && <TicketNotice read={askedTicket} />}
      <Messages conversationId={conversationId} state={state} onEdit={edit} onFocus={focus} />
      <Composer
        conversationId={conversationId}
        mode={conversation.data?.mode ?? 'assistant'}
        live={live}
        input={input}
      />
    </DropZone>
  )
}

function ticketOf({ conversation }: ConversationViewProps['state']): string | null {
  const binding = conversation.data?.binding
  return binding?.kind === 'ticket' ? binding.id : null
}

interface MessagesProps extends ConversationViewProps {
  onEdit: (text: string) => void
  /** Gives the composer the focus. */
  onFocus: () => void
}

const nothing: QueuedMessage[] = []

function Messages({ conversationId, state, onEdit, onFocus }: MessagesProps) {
  const { t } = useTranslation('wibot')
  const client = useQueryClient()
  const { entries, messages } = state
  const place = conversationId ?? newConversation
  const queued = useQueue(({ byConversation }) => byConversation[place]) ?? nothing
  const found = useFoundMessage(conversationId, state)
  const actions = useMessageActions(conversationId, { isBusy: isBusy(state.live), ticketId: ticketOf(state) })
  const letOldestGo = useCallback(() => {
    if (conversationId !== null) forgetOldest(client, conversationId)
  }, [client, conversationId])
  if (entries.length === 0 && conversationId === null) return <EmptyConversation onPick={onEdit} />
  if (entries.length === 0 && messages.isPending) return <LogSkeleton />
  if (entries.length === 0)
    return <p className="flex-1 px-4 py-6 text-center text-muted text-sm">{t('log.untitled')}</p>
  const waiting =
    queued.length > 0 ? <QueuedMessages conversation={place} messages={queued} onEdit={onFocus} /> : null
  const older = {
    isLoading: messages.isFetchingNextPage,
    isFailed: messages.isFetchNextPageError,
    onLoad: () => void messages.fetchNextPage(),
  }
  return (
    <MessageActionsContext value={actions}>
      {found.isMissing && (
        <div role="status" className="mx-auto w-full max-w-[760px] px-4 pt-3">
          <MessageNotice tone="info">{t('log.notFound')}</MessageNotice>
        </div>
      )}
      <MessageLog
        key={place}
        entries={entries}
        older={messages.hasNextPage ? older : null}
        waiting={waiting}
        target={found.id}
        branchedFrom={state.conversation.data?.branchedFrom ?? null}
        onBottom={letOldestGo}
      />
    </MessageActionsContext>
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
