import { Clock, Pencil, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { SentFiles } from '../attachments/sent-files.tsx'
import { restoreDraft, setDraftMode } from '../composer/drafts.ts'
import { changeQueued, dropQueued, type QueuedMessage } from '../composer/queue.ts'
import { MessageNotice } from './message-notice.tsx'

export interface QueuedMessagesProps {
  conversation: string
  messages: QueuedMessage[]
  /** Gives the composer the focus. */
  onEdit: () => void
}

/** What will be sent once the answer above has ended. */
export function QueuedMessages({ conversation, messages, onEdit }: QueuedMessagesProps) {
  const { t } = useTranslation('wibot')
  return (
    <section aria-label={t('queue.title')} className="flex flex-col gap-4">
      {messages.map((message) => (
        <Queued key={message.id} conversation={conversation} message={message} onEdit={onEdit} />
      ))}
    </section>
  )
}

interface QueuedProps extends Omit<QueuedMessagesProps, 'messages'> {
  message: QueuedMessage
}

function Queued({ conversation, message, onEdit }: QueuedProps) {
  const { t } = useTranslation('wibot')
  const remove = () => dropQueued(conversation, message.id)
  const edit = () => {
    remove()
    restoreDraft(conversation, message.content, message.attachments)
    setDraftMode(conversation, message.mode)
    onEdit()
  }
  return (
    <div className="flex flex-col items-end gap-1">
      <p className="max-w-[88%] whitespace-pre-wrap break-words rounded-card border border-dashed px-3 py-2 text-muted">
        {message.content}
      </p>
      <SentFiles attachments={message.attachments ?? []} />
      {message.held ? (
        <HeldNotice message={message} onSend={() => release(conversation, message.id)} />
      ) : (
        <p className="flex items-center gap-1.5 text-muted text-xs">
          <Clock aria-hidden className="size-3.5 shrink-0" strokeWidth={2} />
          {t(message.sendingAt ? 'queue.sending' : 'queue.waiting')}
        </p>
      )}
      <div className="flex gap-1">
        <IconButton icon={Pencil} label={t('queue.edit')} onClick={edit} className="size-7 max-md:size-11" />
        <IconButton icon={X} label={t('queue.remove')} onClick={remove} className="size-7 max-md:size-11" />
      </div>
    </div>
  )
}

// Its author says that it may leave all the same: it is sent as if it had just been typed.
function release(conversation: string, id: string): void {
  changeQueued(conversation, id, {
    held: null,
    why: null,
    isReleased: true,
    queuedAt: new Date().toISOString(),
  })
}

function HeldNotice({ message, onSend }: { message: QueuedMessage; onSend: () => void }) {
  const { t } = useTranslation('wibot')
  return (
    <MessageNotice tone="warning">
      <div role="status" className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span>
          {message.held && t(`queue.held.${message.held}`)} {message.why}
        </span>
        <Button size="sm" onClick={onSend} className="max-md:h-11">
          {t('queue.send')}
        </Button>
      </div>
    </MessageNotice>
  )
}
