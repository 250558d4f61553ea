import { useTranslation } from 'react-i18next'
import { ApiError } from './api-error.ts'
import { errorSentence } from './error-sentence.ts'

/** Without a reason of its own the server only says that a field is wrong, in the words of the schema. */
const generalReason = 'input.fields'

/**
 * A refused form: `errorOf` is the sentence for one field (or for any below it), `rest` the error when no field is
 * to blame. A field is found by its path in the body.
 */
export function useFieldErrors(error: unknown) {
  const { t } = useTranslation('ui')
  const fields = error instanceof ApiError ? error.fields : []
  const isOwn = error instanceof ApiError && error.reason !== undefined && error.reason !== generalReason
  const errorOf = (path: string): string | undefined => {
    const isWrong = fields.some((field) => field.path === path || field.path.startsWith(`${path}.`))
    if (!isWrong) return undefined
    return isOwn ? errorSentence(error, t) : t('error.field')
  }
  return { errorOf, rest: fields.length === 0 ? error : null }
}
