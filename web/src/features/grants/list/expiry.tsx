import type { StandingGrant } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../i18n/use-locale.ts'
import { formatDate, formatDuration, formatFull } from '../../../lib/time.ts'
import { useNow } from '../../../lib/use-now.ts'
import { cn } from '../../../ui/class-names.ts'
import { CountdownRing } from '../../../ui/countdown-ring.tsx'
import { type Tone, toneClass } from '../../../ui/tone.ts'

const dayMs = 24 * 3_600_000

/** How long a grant still counts, as ring and words; of one that is over, when its time was. */
export function Expiry({ grant }: { grant: StandingGrant }) {
  const { t } = useTranslation('grants')
  const locale = useLocale()
  const now = useNow()
  const end = new Date(grant.expiresAt)
  const leftMs = end.getTime() - now.getTime()
  const isOpen = grant.state === 'active' || grant.state === 'requested'
  if (!isOpen || leftMs <= 0)
    return (
      <span className="text-muted text-xs tabular" title={formatFull(end, locale)}>
        {t('ended', { time: formatDate(end, locale, now) })}
      </span>
    )
  const days = Math.round(leftMs / dayMs)
  const tone: Tone = leftMs < dayMs ? 'warning' : 'off'
  const wholeMs = end.getTime() - Date.parse(grant.createdAt)
  return (
    <span
      title={formatFull(end, locale)}
      className={cn(
        'inline-flex items-center gap-1.5 whitespace-nowrap text-xs tabular',
        toneClass[tone].ink,
      )}
    >
      <CountdownRing share={leftMs / wholeMs} tone={tone} />
      {days >= 2 ? t('daysLeft', { count: days }) : t('timeLeft', { duration: formatDuration(leftMs) })}
    </span>
  )
}
