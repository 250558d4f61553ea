import type { Conversation } from '@hub/contracts'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorSentence } from '../../../lib/error-sentence.ts'
import { Input } from '../../../ui/input.tsx'
import { useConversationChange } from './use-conversation-change.ts'

const longestTitle = 120

/** Renames a conversation in place: Enter keeps, Escape gives up, leaving the field keeps. */
export function TitleField({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const { t } = useTranslation('wibot')
  const { t: tUi } = useTranslation('ui')
  const [title, setTitle] = useState(conversation.title)
  const change = useConversationChange(conversation.id)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.select(), [])
  const keep = () => {
    const wanted = title.trim()
    if (change.isPending) return
    if (wanted === '' || wanted === conversation.title) return onClose()
    change.mutate({ title: wanted }, { onSuccess: onClose })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        keep()
      }}
    >
      <Input
        ref={input}
        value={title}
        maxLength={longestTitle}
        aria-label={t('list.renameLabel')}
        disabled={change.isPending}
        onChange={(event) => setTitle(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          event.stopPropagation()
          onClose()
        }}
        className="h-9"
      />
      {change.error && (
        <p role="alert" className="px-2 pt-1 text-danger text-xs">
          {t('list.renameFailed', { why: errorSentence(change.error, tUi) })}
        </p>
      )}
    </form>
  )
}
