import { RotateCcw, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../i18n/use-locale.ts'
import { cn } from '../../../ui/class-names.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { type DraftFile, useDraft } from '../composer/drafts.ts'
import { FileMark } from './file-mark.tsx'
import { formatSize } from './format-size.ts'
import { canRetry, removeFile, retryFile } from './uploads.ts'
import { useUploadWords } from './use-upload-words.ts'

/** The files that go with the next message, each with its state. */
export function DraftFiles({ conversation }: { conversation: string }) {
  const { t } = useTranslation('wibot')
  const { files = [] } = useDraft(conversation)
  if (files.length === 0) return null
  return (
    <ul aria-label={t('file.list')} className="col-span-2 flex flex-wrap gap-2 px-3 pt-3">
      {files.map((file) => (
        <FileChip key={file.key} conversation={conversation} file={file} />
      ))}
    </ul>
  )
}

function FileChip({ conversation, file }: { conversation: string; file: DraftFile }) {
  const { t } = useTranslation('wibot')
  const locale = useLocale()
  const words = useUploadWords()
  const isRefused = file.state === 'error'
  return (
    <li
      className={cn(
        'flex min-w-0 max-w-full items-center gap-2 rounded-control border bg-canvas py-1 pr-1 pl-1.5 text-sm',
        isRefused && 'border-danger/50 bg-danger-soft',
      )}
    >
      <FileMark attachment={file.attachment} />
      <div className="flex min-w-0 flex-col">
        <span className="max-w-56 truncate font-medium">{file.name}</span>
        <span
          role={isRefused ? 'alert' : 'status'}
          className={cn('tabular text-xs', isRefused ? 'max-w-72 text-danger' : 'text-muted')}
        >
          {isRefused
            ? file.why
            : `${formatSize(file.size, locale)} · ${t(file.state === 'ready' ? 'file.ready' : 'file.reading')}`}
        </span>
        {file.attachment?.isTruncated && <span className="text-warning text-xs">{t('file.truncated')}</span>}
      </div>
      {canRetry(file) && (
        <IconButton
          icon={RotateCcw}
          label={t('file.retry', { name: file.name })}
          onClick={() => retryFile(file.key, words)}
          className="size-7"
        />
      )}
      <IconButton
        icon={X}
        label={t('file.remove', { name: file.name })}
        onClick={() => removeFile(conversation, file.key)}
        className="size-7"
      />
    </li>
  )
}
