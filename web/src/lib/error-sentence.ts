import type { TFunction } from 'i18next'
import { ApiError } from './api-error.ts'

/** One sentence for a person about any failure of a request: the server's own when there is one. */
export function errorSentence(error: unknown, t: TFunction<'ui'>): string {
  if (!(error instanceof ApiError)) return t('error.unreadable')
  if (error.code === 'LIMIT_EXCEEDED' && error.retryAfter !== undefined) {
    return t('error.limit', { count: Math.ceil(error.retryAfter) })
  }
  if (error.message !== '') return error.message
  return error.code === 'OFFLINE' ? t('error.offline') : t('error.unreadable')
}

/** The request id to pass on, when the failure has one. */
export function errorRequestId(error: unknown): string | undefined {
  return error instanceof ApiError ? error.requestId : undefined
}
