import type { Delegation } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../i18n/use-locale.ts'
import { formatDate, formatFull } from '../../lib/time.ts'

/** From when to when a delegation counts, or counted. */
export function Period({ delegation }: { delegation: Delegation }) {
  const { t } = useTranslation('delegations')
  const locale = useLocale()
  const { startsAt, endsAt, revokedAt } = delegation
  const [from, until] = [new Date(startsAt), new Date(endsAt)]
  return (
    <p className="text-muted tabular" title={`${formatFull(from, locale)} - ${formatFull(until, locale)}`}>
      {t('list.period', { from: formatDate(from, locale), until: formatDate(until, locale) })}
      {revokedAt && `, ${t('list.revokedAt', { time: formatDate(new Date(revokedAt), locale) })}`}
    </p>
  )
}
