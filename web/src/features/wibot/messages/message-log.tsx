import type { Conversation } from '@hub/contracts'
import type { VirtualItem } from '@tanstack/react-virtual'
import { ArrowDown } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { cn } from '../../../ui/class-names.ts'
import { BranchOrigin } from '../branches/branch-origin.tsx'
import { AnswerAnnouncer } from './answer-announcer.tsx'
import { AnswerMessage } from './answer-message.tsx'
import { estimateHeight } from './estimate-height.ts'
import { OlderMessages, type OlderMessagesProps } from './older-messages.tsx'
import { OutcomeMessage } from './outcome-message.tsx'
import { QuestionMessage } from './question-message.tsx'
import type { TimelineEntry } from './timeline.ts'
import { useWindowedLog } from './use-windowed-log.ts'

export interface MessageLogProps {
  entries: TimelineEntry[]
  /** How to read the messages before these; null when there are none. */
  older: OlderMessagesProps | null
  /** What waits under the newest message; null when nothing does. */
  waiting: ReactNode
  /** The message to go to, once it is read; null for none. */
  target: string | null
  /** Where the conversation left an earlier one; null when it did not. */
  branchedFrom: Conversation['branchedFrom']
  /** The reader came to the bottom. */
  onBottom: () => void
}

const waitingKey = 'waiting'

/** Brings a message to the middle of the screen, once. */
function useGoTo(target: string | null, keys: readonly string[], rows: Rows): void {
  const [reached, setReached] = useState<string | null>(null)
  const go = useEffectEvent((id: string) => {
    setReached(id)
    const to = () => rows.scrollToIndex(keys.indexOf(id), { align: 'center' })
    to()
    // Once more when the rows around it have been measured.
    setTimeout(to, settleMs)
  })
  useEffect(() => {
    if (target !== null && target !== reached) go(target)
  }, [target, reached])
}

type Rows = ReturnType<typeof useWindowedLog>['rows']
const settleMs = 150

/** The messages of a conversation, those near the screen; it follows the newest while the reader is at the bottom. */
export function MessageLog(props: MessageLogProps) {
  const { entries, older, waiting, onBottom } = props
  const { t } = useTranslation('wibot')
  const last = entries.at(-1)
  const hasWaiting = waiting !== null
  const keys = useMemo(
    () => [...entries.map(({ message }) => message.id), ...(hasWaiting ? [waitingKey] : [])],
    [entries, hasWaiting],
  )
  const log = useWindowedLog({
    keys,
    estimate: (index) => (entries[index] ? estimateHeight(entries[index]) : 90),
    sent: sentAt(last),
    newest: last ? `${last.message.id} ${last.message.content.length} ${last.message.toolCalls.length}` : '',
    onBottom,
    onTop: () => {
      if (older && !older.isLoading && !older.isFailed) older.onLoad()
    },
  })
  useGoTo(props.target, keys, log.rows)
  const press = (event: KeyboardEvent) => {
    if (event.target !== log.pane.current || (event.key !== 'Home' && event.key !== 'End')) return
    event.preventDefault()
    if (event.key === 'End') log.toBottom()
    else log.toTop()
  }
  return (
    <div className="relative min-h-0 flex-1">
      <section
        ref={log.pane}
        onScroll={log.onScroll}
        onKeyDown={press}
        aria-label={t('log.label')}
        {...reachable}
        className="scroll-pane h-full outline-offset-[-2px] [overflow-anchor:none]"
      >
        <div className="relative mx-auto max-w-[760px]">
          <div className="absolute inset-x-0 top-3 px-4 max-md:px-3">
            {older && <OlderMessages {...older} />}
          </div>
          <ol ref={log.list} className="relative" style={{ height: log.rows.getTotalSize() }}>
            {log.rows.getVirtualItems().map((row) => (
              <li key={row.key} ref={log.rows.measureElement} {...placeOf(row, props)}>
                {row.key === waitingKey ? (
                  waiting
                ) : (
                  <Entry entry={entries[row.index]} branchedFrom={props.branchedFrom} />
                )}
              </li>
            ))}
          </ol>
        </div>
      </section>
      {(log.hasNewBelow || log.isAway) && (
        <Button
          onClick={log.toBottom}
          aria-label={t(log.hasNewBelow ? 'log.below' : 'log.toBottom')}
          className="-translate-x-1/2 fade-in-0 absolute bottom-3 left-1/2 animate-in rounded-full shadow-float duration-150 max-md:h-11"
        >
          <ArrowDown aria-hidden />
          {log.hasNewBelow && t('log.below')}
        </Button>
      )}
      <AnswerAnnouncer entry={last} />
    </div>
  )
}

// The keyboard scrolls the log, so the keyboard must reach it.
const reachable = { tabIndex: 0 } as const

// Screen readers are told the rank of a message, since its neighbours out of sight do not exist.
function placeOf({ index, key, start }: VirtualItem, { entries, older, target }: MessageLogProps) {
  return {
    'data-index': index,
    'data-key': String(key),
    'aria-posinset': index + 1,
    'aria-setsize': older ? -1 : entries.length,
    style: { transform: `translateY(${start}px)` },
    className: cn(
      'absolute inset-x-0 top-0 px-4 max-md:px-3',
      key === target &&
        'before:-inset-y-2 before:absolute before:inset-x-1 before:-z-10 before:rounded-card before:bg-accent-soft',
    ),
  }
}

interface EntryProps extends Pick<MessageLogProps, 'branchedFrom'> {
  entry: TimelineEntry | undefined
}

function Entry({ entry, branchedFrom }: EntryProps) {
  if (!entry) return null
  const isBranchPoint = branchedFrom?.messageId === entry.message.id
  return (
    <>
      <Message {...entry} />
      {isBranchPoint && <BranchOrigin from={branchedFrom} />}
    </>
  )
}

function Message(entry: TimelineEntry) {
  const { message } = entry
  if (message.kind === 'outcome') return <OutcomeMessage message={message} />
  if (message.role === 'user') return <QuestionMessage message={message} />
  return <AnswerMessage {...entry} />
}

/** When the reader last sent something, or asked for another version. */
function sentAt(last: TimelineEntry | undefined): string | undefined {
  const live = last?.live
  return live?.question?.sentAt ?? (live?.follows === undefined ? undefined : live.beganAt)
}
