import { CircleX, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../../lib/api-error.ts'
import { errorRequestId, errorSentence } from '../../../lib/error-sentence.ts'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'

interface SendFailureProps {
  failure: unknown
  /** False when an earlier question was to be answered again: no text was sent. */
  isQuestion: boolean
  onDismiss: () => void
}

/** Why a message was not sent, above the text that was given back. */
export function SendFailure({ failure, isQuestion, onDismiss }: SendFailureProps) {
  const { t } = useTranslation('wibot')
  const { t: tUi } = useTranslation('ui')
  const requestId = errorRequestId(failure)
  const fields = failure instanceof ApiError ? failure.fields : []
  return (
    <div
      role="alert"
      className="mb-2 flex items-start gap-2 rounded-card bg-danger-soft py-2 pr-1 pl-3 text-sm"
    >
      <CircleX aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" strokeWidth={1.75} />
      <div className="min-w-0 flex-1">
        <p>
          <span className="font-medium">{t(isQuestion ? 'composer.failed' : 'branch.notAnswered')}.</span>{' '}
          {errorSentence(failure, tUi)}
        </p>
        {fields.map((field) => (
          <p key={`${field.path} ${field.message}`}>{field.message}</p>
        ))}
        <p className="flex flex-wrap items-center gap-1 text-muted">
          {t(isQuestion ? 'composer.failedHelp' : 'branch.notAnsweredHelp')}
          {requestId && (
            <span className="flex items-center gap-1 text-xs">
              {tUi('requestId')} <code>{requestId.slice(0, 8)}</code>
              <CopyButton value={requestId} label={tUi('copyRequestId')} className="size-6" />
            </span>
          )}
        </p>
      </div>
      <IconButton icon={X} label={t('composer.dismiss')} onClick={onDismiss} className="-my-1" />
    </div>
  )
}
