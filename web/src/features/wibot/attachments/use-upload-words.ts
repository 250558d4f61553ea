import { maxAttachmentSize, maxAttachmentsPerMessage } from '@hub/contracts'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { errorSentence } from '../../../lib/error-sentence.ts'
import type { UploadWords } from './uploads.ts'

/** What is said of files that are not taken. */
export function useUploadWords(): UploadWords {
  const { t } = useTranslation('wibot')
  const { t: tUi } = useTranslation('ui')
  return useMemo(
    () => ({
      tooLarge: t('file.tooLarge', { megabytes: maxAttachmentSize / 1_048_576 }),
      tooMany: t('file.tooMany', { count: maxAttachmentsPerMessage }),
      empty: t('file.empty'),
      failed: (error: unknown) => errorSentence(error, tUi),
    }),
    [t, tUi],
  )
}
