import type { ChatMessage } from '@hub/contracts'
import { ArrowDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { AnswerAnnouncer } from './answer-announcer.tsx'
import { AnswerMessage } from './answer-message.tsx'
import { OutcomeMessage } from './outcome-message.tsx'
import { QuestionMessage } from './question-message.tsx'
import type { TimelineEntry } from './timeline.ts'
import { useStickToBottom } from './use-stick-to-bottom.ts'
import './messages.css'

export interface MessageLogProps {
  /** The conversation shown. */
  place: string
  entries: TimelineEntry[]
  /** What stands above the oldest message read. */
  top: ReactNode
  onRetry: (question: ChatMessage) => void
  onEdit: (text: string) => void
}

/** The messages of a conversation; it follows the newest while the reader is at the bottom. */
export function MessageLog({ place, entries, top, onRetry, onEdit }: MessageLogProps) {
  const { t } = useTranslation('wibot')
  const last = entries.at(-1)
  const stick = useStickToBottom({
    place,
    sent: last?.live?.question?.sentAt,
    newest: last ? `${last.message.id} ${last.message.content.length} ${last.message.toolCalls.length}` : '',
    oldest: entries[0]?.message.id,
  })
  return (
    <div className="relative min-h-0 flex-1">
      <section
        ref={stick.container}
        onScroll={stick.onScroll}
        aria-label={t('log.label')}
        {...reachable}
        className="scroll-pane h-full outline-offset-[-2px]"
      >
        <div
          ref={stick.content}
          className="mx-auto flex max-w-[760px] flex-col gap-6 px-4 py-6 max-md:px-3 max-md:py-4"
        >
          {top}
          {entries.map((entry) => (
            <div key={entry.message.id} className="message-entry">
              <Entry entry={entry} isLast={entry === last} onRetry={onRetry} onEdit={onEdit} />
            </div>
          ))}
        </div>
      </section>
      {(stick.hasNewBelow || stick.isAway) && (
        <Button
          onClick={stick.toBottom}
          aria-label={t(stick.hasNewBelow ? 'log.below' : 'log.toBottom')}
          className="-translate-x-1/2 fade-in-0 absolute bottom-3 left-1/2 animate-in rounded-full shadow-float duration-150 max-md:h-11"
        >
          <ArrowDown aria-hidden />
          {stick.hasNewBelow && t('log.below')}
        </Button>
      )}
      <AnswerAnnouncer entry={last} />
    </div>
  )
}

// The keyboard scrolls the log, so the keyboard must reach it.
const reachable = { tabIndex: 0 } as const

interface EntryProps extends Pick<MessageLogProps, 'onRetry' | 'onEdit'> {
  entry: TimelineEntry
  isLast: boolean
}

function Entry({ entry, isLast, onRetry, onEdit }: EntryProps) {
  const { message } = entry
  if (message.kind === 'outcome') return <OutcomeMessage message={message} />
  if (message.role === 'user') return <QuestionMessage message={message} onEdit={onEdit} />
  const isBroken = message.status === 'failed' || message.status === 'interrupted'
  return <AnswerMessage {...entry} onRetry={isLast || isBroken ? onRetry : undefined} />
}
