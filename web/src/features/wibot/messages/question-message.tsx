import type { ChatMessage } from '@hub/contracts'
import { Pencil } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { MessageTime } from './message-time.tsx'

export interface QuestionMessageProps {
  message: ChatMessage
  /** Puts the text back in the composer. */
  onEdit: (text: string) => void
}

/** What the person wrote, as it was written. */
export const QuestionMessage = memo(function QuestionMessage({ message, onEdit }: QuestionMessageProps) {
  const { t } = useTranslation('wibot')
  return (
    <article className="group flex flex-col items-end gap-1">
      <h2 className="sr-only">{t('log.you')}</h2>
      <div className="max-w-[88%] whitespace-pre-wrap break-words rounded-card border bg-sunken px-3 py-2">
        {message.content}
      </div>
      <div className="flex h-7 items-center gap-1">
        <span className="flex opacity-0 transition-opacity duration-120 focus-within:opacity-100 group-hover:opacity-100 max-md:hidden">
          <CopyButton value={message.content} label={t('answer.copyQuestion')} className="size-7" />
          <IconButton
            icon={Pencil}
            label={t('answer.edit')}
            onClick={() => onEdit(message.content)}
            className="size-7"
          />
        </span>
        <MessageTime at={message.createdAt} />
      </div>
    </article>
  )
})
