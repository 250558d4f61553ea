import type { Attachment } from '@hub/contracts'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../i18n/use-locale.ts'
import { contentOf } from '../api/attachments.ts'
import { FileMark } from './file-mark.tsx'
import { formatSize } from './format-size.ts'

/** The files that went with a question; pressing one saves it. */
export function SentFiles({ attachments }: { attachments: Attachment[] }) {
  const { t } = useTranslation('wibot')
  const locale = useLocale()
  if (attachments.length === 0) return null
  return (
    <ul aria-label={t('file.sent')} className="flex max-w-[88%] flex-wrap justify-end gap-2">
      {attachments.map((attachment) => (
        <li key={attachment.id} className="min-w-0 max-w-full">
          <a
            href={contentOf(attachment.id)}
            download={attachment.name}
            className="group/file flex items-center gap-2 rounded-control border bg-surface py-1 pr-2 pl-1.5 text-sm hover:bg-hover max-md:min-h-11"
          >
            <FileMark attachment={attachment} />
            <span className="flex min-w-0 flex-col">
              <span className="max-w-56 truncate font-medium">{attachment.name}</span>
              <span className="tabular text-muted text-xs">
                {formatSize(attachment.size, locale)}
                {attachment.pages !== null && ` · ${t('file.pages', { count: attachment.pages })}`}
                {attachment.isTruncated && ` · ${t('file.truncated')}`}
              </span>
            </span>
            <Download aria-hidden className="size-4 shrink-0 text-faint" strokeWidth={1.75} />
          </a>
        </li>
      ))}
    </ul>
  )
}
