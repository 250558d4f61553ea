import type { ChatMode } from '@hub/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ArrowUp, AtSign, ListPlus, Square } from 'lucide-react'
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useId,
} from 'react'
import { useTranslation } from 'react-i18next'
import { tokensQuery } from '../../../lib/tokens.ts'
import { Button } from '../../../ui/button.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { AttachButton } from '../attachments/attach-button.tsx'
import { DraftFiles } from '../attachments/draft-files.tsx'
import { addFiles } from '../attachments/uploads.ts'
import { useUploadWords } from '../attachments/use-upload-words.ts'
import { BindingChip } from '../context/binding-chip.tsx'
import { ContextPicker, listProps } from '../context/context-picker.tsx'
import { useBinding } from '../context/use-binding.ts'
import { useMention } from '../context/use-mention.ts'
import { ask, stop } from '../stream/ask.ts'
import { forgetAnswer, isBusy, type LiveAnswer, newConversation } from '../stream/live-answers.ts'
import { ComposerHint } from './composer-hint.tsx'
import { obstacleOf } from './composer-state.ts'
import { emptyDraft, setDraftMode, setDraftText, useDraft } from './drafts.ts'
import { ModeChips } from './mode-chips.tsx'
import { queueMessage, useQueue } from './queue.ts'
import { SendFailure } from './send-failure.tsx'
import { TokenMeter } from './token-meter.tsx'

export interface ComposerProps {
  conversationId: string | null
  /** Mode of the conversation, until another one is chosen. */
  mode: ChatMode
  live: LiveAnswer | undefined
  input: RefObject<HTMLTextAreaElement | null>
}

/** Where a person writes. It stays put; its text outlives the page and comes back when sending fails. */
export function Composer({ conversationId, mode, live, input }: ComposerProps) {
  const { t } = useTranslation('wibot')
  const client = useQueryClient()
  const key = conversationId ?? newConversation
  const draft = useDraft(key)
  const { data: tokens } = useQuery(tokensQuery)
  const busy = isBusy(live)
  const obstacle = obstacleOf({ text: draft.text, isBusy: busy, tokens, files: draft.files })
  const chosen = draft.mode ?? mode
  const hintId = useId()
  const words = useUploadWords()
  const { binding, bind, error: bindingError } = useBinding(conversationId)
  const picker = useMention({ input, onText: (text) => setDraftText(key, text), onPick: bind })
  const listId = useId()
  const send = () => {
    if (obstacle !== null) return
    const attachments = (draft.files ?? []).flatMap(({ attachment }) => attachment ?? [])
    const question = { mode: chosen, content: draft.text.trim(), attachments }
    if (!busy) return void ask(client, { conversationId, ...question, binding })
    queueMessage(key, question)
    emptyDraft(key)
  }
  useEscape(busy, () => void stop(key))
  const press = (event: KeyboardEvent) => {
    if (picker.press(event)) return
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }
  const paste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files]
    if (files.length === 0) return
    event.preventDefault()
    addFiles(key, files, words)
  }
  const isUnsent = live?.phase === 'failed' && live.answer.messageId === null
  return (
    <form
      className="mx-auto w-full max-w-[760px] px-4 pt-2 pb-3 max-md:px-3 max-md:pb-2"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {isUnsent && (
        <SendFailure
          failure={live.failure}
          isQuestion={live.question !== null}
          onDismiss={() => forgetAnswer(key)}
        />
      )}
      <div className="@container relative grid grid-cols-[minmax(0,1fr)_auto] rounded-card border border-line-strong bg-surface transition-colors duration-120 focus-within:border-(--focus) focus-within:ring-(--focus) focus-within:ring-1">
        <ContextPicker id={listId} picker={picker} />
        <BindingChip binding={binding} error={bindingError} onRemove={() => bind(null)} />
        <DraftFiles conversation={key} />
        <textarea
          ref={input}
          value={draft.text}
          onChange={(event) => {
            setDraftText(key, event.target.value)
            picker.follow()
          }}
          onSelect={picker.follow}
          onBlur={picker.close}
          onKeyDown={press}
          onPaste={paste}
          rows={1}
          aria-label={t('composer.label')}
          aria-describedby={hintId}
          {...listProps(listId, picker)}
          aria-invalid={obstacle === 'tooLong' || undefined}
          placeholder={t('composer.placeholder')}
          className="field-sizing-content col-span-2 block max-h-[36dvh] min-h-11 resize-none bg-transparent px-3 pt-3 pb-1 text-base outline-none placeholder:text-faint max-md:col-span-1 max-md:text-md"
        />
        <ModeChips mode={chosen} onChange={(next) => setDraftMode(key, next)} />
        <div className="flex items-center gap-1 self-end p-1.5 max-md:col-start-2">
          {picker.isAllowed && <IconButton icon={AtSign} label={t('context.add')} onClick={picker.open} />}
          <AttachButton conversation={key} />
          <TokenMeter />
          {busy && obstacle === null && <QueueButton />}
          <SendButton live={live} isBusy={busy} isReady={obstacle === null} onStop={() => void stop(key)} />
        </div>
      </div>
      <QueueStatus conversation={key} />
      <ComposerHint id={hintId} text={draft.text} obstacle={obstacle} isBusy={busy} tokens={tokens} />
    </form>
  )
}

/** While an answer is being written, what is typed waits for its end. */
function QueueButton() {
  const { t } = useTranslation('wibot')
  return (
    <Button type="submit" variant="primary" className={size}>
      <ListPlus aria-hidden />
      <span className="@max-lg:sr-only max-md:sr-only">{t('composer.queue')}</span>
    </Button>
  )
}

/** Tells screen readers what waits. */
function QueueStatus({ conversation }: { conversation: string }) {
  const { t } = useTranslation('wibot')
  const count = useQueue(({ byConversation }) => byConversation[conversation]?.length ?? 0)
  return (
    <p role="status" className="sr-only">
      {count > 0 && t('queue.count', { count })}
    </p>
  )
}

const size = 'max-md:size-11 max-md:px-0'

interface SendButtonProps {
  live: LiveAnswer | undefined
  isBusy: boolean
  isReady: boolean
  onStop: () => void
}

/** Sends, or stops what is being written; on a phone the word is left to the icon. */
function SendButton({ live, isBusy, isReady, onStop }: SendButtonProps) {
  const { t } = useTranslation('wibot')
  if (!isBusy)
    return (
      <Button type="submit" variant="primary" aria-disabled={!isReady} className={size}>
        <ArrowUp aria-hidden />
        <span className="@max-lg:sr-only max-md:sr-only">{t('composer.send')}</span>
      </Button>
    )
  const isStopping = live?.phase === 'stopping'
  return (
    <Button onClick={onStop} busy={isStopping} className={size}>
      {!isStopping && <Square aria-hidden className="fill-current" />}
      <span className="@max-lg:sr-only max-md:sr-only">
        {t(isStopping ? 'composer.stopping' : 'composer.stop')}
      </span>
    </Button>
  )
}

/** Escape acts wherever the focus is, unless something that floats took it to close itself. */
function useEscape(isEnabled: boolean, act: () => void): void {
  const press = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    if (!isEnabled) return
    const listener = (event: globalThis.KeyboardEvent) => press(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [isEnabled])
}
