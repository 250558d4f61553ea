import type { PreviewFact } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useLocale, useText } from '../i18n/use-locale.ts'
import { formatDate, formatFull } from '../lib/time.ts'

/** The value of one fact, in the form of its kind. */
export function FactValue({ fact }: { fact: Pick<PreviewFact, 'value' | 'kind'> | undefined }) {
  const { t } = useTranslation('ui')
  const locale = useLocale()
  const text = useText()
  if (!fact || fact.value === null || fact.value === '')
    return <span className="text-faint">{t('none')}</span>
  const { value, kind } = fact
  if (typeof value === 'object') return text(value)
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  if (typeof value === 'number') return <span className="tabular">{value.toLocaleString(locale)}</span>
  if (kind === 'mono') return <code className="break-all text-[0.92em]">{value}</code>
  const date = kind === 'datetime' ? new Date(value) : undefined
  if (!date || Number.isNaN(date.getTime())) return value
  return (
    <time dateTime={value} title={formatFull(date, locale)} className="tabular">
      {formatDate(date, locale)}
    </time>
  )
}
