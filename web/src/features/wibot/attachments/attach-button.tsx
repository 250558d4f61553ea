import { maxAttachmentSize, maxAttachmentsPerMessage } from '@hub/contracts'
import { Paperclip } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../../ui/icon-button.tsx'
import { acceptedTypes, addFiles } from './uploads.ts'
import { useUploadWords } from './use-upload-words.ts'

/** Chooses files to go with the message; what is taken is said before. */
export function AttachButton({ conversation }: { conversation: string }) {
  const { t } = useTranslation('wibot')
  const words = useUploadWords()
  const input = useRef<HTMLInputElement>(null)
  const limits = { count: maxAttachmentsPerMessage, megabytes: maxAttachmentSize / 1_048_576 }
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={acceptedTypes}
        onChange={({ target }) => {
          addFiles(conversation, [...(target.files ?? [])], words)
          target.value = ''
        }}
      />
      <IconButton icon={Paperclip} label={t('file.attach', limits)} onClick={() => input.current?.click()} />
    </>
  )
}
