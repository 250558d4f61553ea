import { useTranslation } from 'react-i18next'
import { formatDuration } from '../../../lib/time.ts'

export const termKeys = [
  'approvals',
  'approver',
  'expiresInMinutes',
  'maxDeferralHours',
  'reasonRequired',
  'previewSeen',
  'stepUp',
] as const
export type TermKey = (typeof termKeys)[number]

/** The value of one term in the reader's language. */
export function useTermWords(): (key: TermKey, value: string | number | boolean) => string {
  const { t } = useTranslation('policy')
  return (key, value) => {
    if (typeof value === 'boolean') return t(value ? 'terms.required' : 'terms.notRequired')
    if (key === 'approver') return t('terms.orAbove', { level: value })
    if (key === 'expiresInMinutes') return formatDuration(Number(value) * 60_000)
    if (key === 'maxDeferralHours')
      return Number(value) === 0 ? t('terms.never') : t('terms.hours', { count: Number(value) })
    return String(value)
  }
}
