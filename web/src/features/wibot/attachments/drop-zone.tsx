import { maxAttachmentSize, maxAttachmentsPerMessage } from '@hub/contracts'
import { FileUp } from 'lucide-react'
import { type DragEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addFiles } from './uploads.ts'
import { useUploadWords } from './use-upload-words.ts'

const holdsFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files')

/** The conversation takes files that are dropped on it; it says so while they hover. */
export function DropZone({ conversation, children }: { conversation: string; children: ReactNode }) {
  const { t } = useTranslation('wibot')
  const words = useUploadWords()
  const [isOver, setIsOver] = useState(false)
  const over = (event: DragEvent) => {
    if (!holdsFiles(event)) return
    event.preventDefault()
    setIsOver(true)
  }
  return (
    <section
      aria-label={t('file.zone')}
      onDragEnter={over}
      onDragOver={over}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setIsOver(false)
      }}
      onDrop={(event) => {
        if (!holdsFiles(event)) return
        event.preventDefault()
        setIsOver(false)
        addFiles(conversation, [...event.dataTransfer.files], words)
      }}
      className="relative flex h-full min-h-0 min-w-0 flex-1 flex-col"
    >
      {children}
      {isOver && (
        <div className="pointer-events-none absolute inset-2 z-30 flex flex-col items-center justify-center gap-2 rounded-card border-2 border-accent border-dashed bg-canvas/90">
          <FileUp aria-hidden className="size-6 text-accent-ink" strokeWidth={1.75} />
          <p className="font-medium">{t('file.drop')}</p>
          <p className="text-muted text-sm">
            {t('file.limits', {
              count: maxAttachmentsPerMessage,
              megabytes: maxAttachmentSize / 1_048_576,
            })}
          </p>
        </div>
      )}
    </section>
  )
}
