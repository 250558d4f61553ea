import { useTranslation } from 'react-i18next'
import { errorSentence } from '../lib/error-sentence.ts'

/** Why something was not done, in the place where it was asked for; nothing without an error. */
export function Refusal({ error }: { error: unknown }) {
  const { t } = useTranslation('ui')
  if (!error) return null
  return (
    <div role="alert" className="rounded-control bg-danger-soft px-3 py-2 text-danger text-sm">
      {errorSentence(error, t)}
    </div>
  )
}
