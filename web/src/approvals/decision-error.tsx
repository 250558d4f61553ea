import { useTranslation } from 'react-i18next'
import { ApiError } from '../lib/api-error.ts'
import { errorSentence } from '../lib/error-sentence.ts'
import { isProofError } from './decide/step-up.ts'

/** Reasons of the server and the sentence each has here; the first that matches. */
const conflicts = [
  [/^approval\.(state\.)?expired$/, 'expired'],
  [/^approval\.digest$/, 'digest'],
  [/^approval\.state(\.|$)/, 'state'],
] as const

/** Why a decision was not taken, in the place where it was taken; a wrong proof is told at its field. */
export function DecisionError({ error }: { error: unknown }) {
  const { t } = useTranslation('approvals')
  const { t: tUi } = useTranslation('ui')
  if (!error || isProofError(error)) return null
  const reason = (error instanceof ApiError && error.reason) || ''
  const [, conflict] = conflicts.find(([pattern]) => pattern.test(reason)) ?? []
  return (
    <div role="alert" className="rounded-control bg-danger-soft px-3 py-2 text-danger text-sm">
      {conflict ? t(`conflict.${conflict}`) : `${t('decidedNothing')} ${errorSentence(error, tUi)}`}
    </div>
  )
}
