import { useTranslation } from 'react-i18next'
import { ApiError } from '../lib/api-error.ts'
import { errorSentence } from '../lib/error-sentence.ts'

const conflicts = ['state', 'digest', 'expired'] as const

/** Why a decision was not taken, in the place where it was taken; nothing without an error. */
export function DecisionError({ error }: { error: unknown }) {
  const { t } = useTranslation('approvals')
  const { t: tUi } = useTranslation('ui')
  if (!error) return null
  const reason = error instanceof ApiError ? error.reason : undefined
  const conflict = conflicts.find((known) => reason === `approval.${known}`)
  return (
    <div role="alert" className="rounded-control bg-danger-soft px-3 py-2 text-danger text-sm">
      {conflict ? t(`conflict.${conflict}`) : `${t('decidedNothing')} ${errorSentence(error, tUi)}`}
    </div>
  )
}
