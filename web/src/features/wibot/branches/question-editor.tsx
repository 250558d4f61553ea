import { type ChatMessage, maxMessageLength } from '@hub/contracts'
import { type KeyboardEvent, use, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { type Edit, setEdit } from './edits.ts'
import { MessageActionsContext } from './message-actions.ts'

/** A question in its place, to be written anew: Enter sends another version, Escape leaves the first as it is. */
export function QuestionEditor({ message, edit }: { message: ChatMessage; edit: Edit }) {
  const { t } = useTranslation('wibot')
  const { conversationId, isBusy, onRewrite } = use(MessageActionsContext)
  const input = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    input.current?.focus()
    input.current?.setSelectionRange(input.current.value.length, input.current.value.length)
  }, [])
  const text = edit.text.trim()
  const isReady = text !== '' && text.length <= maxMessageLength && !isBusy
  const change = (next: Edit | null) => conversationId !== null && setEdit(conversationId, next)
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      change(null)
    }
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    if (isReady) onRewrite(message, text)
  }
  return (
    <form
      className="flex w-full flex-col gap-2 rounded-card border border-(--focus) bg-surface p-2 ring-(--focus) ring-1"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) onRewrite(message, text)
      }}
    >
      <textarea
        ref={input}
        rows={2}
        value={edit.text}
        aria-label={t('branch.editLabel')}
        onChange={(event) => change({ ...edit, text: event.target.value })}
        onKeyDown={press}
        className="field-sizing-content block max-h-[40dvh] w-full resize-none bg-transparent px-1 outline-none max-md:text-md"
      />
      <div className="flex flex-wrap items-center justify-end gap-2">
        <p className="mr-auto px-1 text-faint text-xs">
          {text.length > maxMessageLength
            ? t('composer.over', { count: text.length - maxMessageLength })
            : t('branch.editHelp')}
        </p>
        <Button size="sm" onClick={() => change(null)} className="max-md:h-11">
          {t('branch.cancel')}
        </Button>
        <Button type="submit" size="sm" variant="primary" disabled={!isReady} className="max-md:h-11">
          {t('branch.send')}
        </Button>
      </div>
    </form>
  )
}
