import type { ChatMode } from '@hub/contracts'
import { RotateCcw } from 'lucide-react'
import { memo, use } from 'react'
import { useTranslation } from 'react-i18next'
import { useText } from '../../../i18n/use-locale.ts'
import { Markdown } from '../../../markdown/markdown.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { ModuleMark } from '../../../ui/module-mark.tsx'
import { AnswerMenu } from '../branches/answer-menu.tsx'
import { MessageActionsContext } from '../branches/message-actions.ts'
import { VersionSwitch } from '../branches/version-switch.tsx'
import { citationOf } from '../citations/citation-chip.tsx'
import { RemovedCitations } from '../citations/removed-citations.tsx'
import { SourceList } from '../citations/source-list.tsx'
import { splitWriteBacks } from '../writeback/split-write-backs.ts'
import { WriteBack } from '../writeback/write-back.tsx'
import { WriteBackStates } from '../writeback/write-back-states.tsx'
import { AnswerBasis } from './answer-basis.tsx'
import { AnswerEnding } from './answer-ending.tsx'
import { CallSegments } from './call-segments.tsx'
import { EngineNotice } from './engine-notice.tsx'
import { EvidenceBlock, EvidenceBox } from './evidence-block.tsx'
import { MessageTime } from './message-time.tsx'
import { Thinking } from './thinking.tsx'
import type { TimelineEntry } from './timeline.ts'

/** One answer: what was observed, done, asked for, written and found, each under its mark. */
export const AnswerMessage = memo(function AnswerMessage(props: TimelineEntry) {
  const { message, live, question, isNoticeRepeated } = props
  const { t } = useTranslation('wibot')
  const text = useText()
  const { own, writeBacks } = splitWriteBacks(message)
  const author = useAuthor(message.provider, message.model)
  const isWriting = message.status === 'streaming' && live?.phase !== 'failed'
  const isWaiting =
    isWriting && message.content === '' && !message.toolCalls.some(({ status }) => status === 'running')
  return (
    <article aria-busy={isWriting} className="flex flex-col gap-3">
      <header className="flex items-center gap-2">
        <ModuleMark module="wibot" className="size-4" />
        <h2 className="font-semibold text-sm">WIBOT</h2>
        <span className="text-muted text-xs">{t(`mode.${message.mode}`)}</span>
        <MessageTime at={message.createdAt} />
      </header>
      {message.notice && !isNoticeRepeated && (
        <EngineNotice provider={message.provider}>{text(message.notice)}</EngineNotice>
      )}
      <CallSegments calls={own} isLive={isWriting} isSettled={message.content !== '' || !isWriting} />
      {message.content !== '' && (
        <EvidenceBlock kind="inferred" label={author}>
          <Markdown
            text={message.content}
            sources={message.sources}
            cite={citationOf}
            isGrowing={isWriting}
            className={isWriting ? 'is-writing' : ''}
          />
        </EvidenceBlock>
      )}
      {isWaiting && <Thinking since={message.createdAt} hasRead={message.toolCalls.length > 0} />}
      {message.sources.length > 0 && !isWriting && (
        <EvidenceBlock kind="retrieved">
          <EvidenceBox>
            <SourceList sources={message.sources} />
          </EvidenceBox>
        </EvidenceBlock>
      )}
      <RemovedCitations count={message.inventedCitations ?? 0} />
      <AnswerEnding message={message} live={live} />
      <WriteBackStates calls={writeBacks} />
      {!isWriting && <AnswerFooter message={message} question={question} />}
    </article>
  )
})

function useAuthor(provider: string | null, model: string | null): string | undefined {
  const { t } = useTranslation('wibot')
  if (provider === 'builtin') return t('answer.byBuiltin')
  return model === null ? undefined : t('answer.byModel', { model })
}

function AnswerFooter({ message, question }: Pick<TimelineEntry, 'message' | 'question'>) {
  const { t } = useTranslation('wibot')
  const { isBusy, onRegenerate } = use(MessageActionsContext)
  const again = question ? (mode?: ChatMode) => onRegenerate(question, mode) : undefined
  return (
    <footer className="-mt-1 flex min-h-8 flex-wrap items-center gap-1">
      {message.content !== '' && <AnswerBasis message={message} />}
      <span className="ml-auto flex">
        <VersionSwitch message={message} />
        {message.content !== '' && <CopyButton value={message.content} label={t('answer.copy')} />}
        {message.content !== '' && !message.id.startsWith('pending') && <WriteBack message={message} />}
        {again && (
          <IconButton
            icon={RotateCcw}
            label={t('answer.retry')}
            disabled={isBusy}
            onClick={() => again(message.mode)}
          />
        )}
        {!message.id.startsWith('pending') && <AnswerMenu message={message} onRegenerate={again} />}
      </span>
    </footer>
  )
}
