import type { Approval } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../i18n/use-locale.ts'
import { formatDuration, formatFull } from '../lib/time.ts'
import { useNow } from '../lib/use-now.ts'
import { cn } from '../ui/class-names.ts'
import { CountdownRing } from '../ui/countdown-ring.tsx'
import { type Tone, toneClass } from '../ui/tone.ts'
import { timeLeft } from './time-left.ts'

const urgentMs = 5 * 60_000
const soonMs = 15 * 60_000

function toneOf(ms: number): Tone {
  if (ms <= urgentMs) return 'danger'
  return ms <= soonMs ? 'warning' : 'off'
}

/** Time left to decide, as ring and text. `long` says "expires in". */
export function Countdown({ approval, long }: { approval: Approval; long?: boolean }) {
  const { t } = useTranslation('approvals')
  const locale = useLocale()
  const now = useNow('second')
  const { ms, share } = timeLeft(approval, now)
  const tone = toneOf(ms)
  const duration = formatDuration(ms)
  return (
    <span
      title={formatFull(new Date(approval.expiresAt), locale)}
      className={cn(
        'inline-flex items-center gap-1.5 whitespace-nowrap text-xs tabular',
        toneClass[tone].ink,
      )}
    >
      <CountdownRing share={share} tone={tone} />
      {ms <= 0 ? t('expired') : long ? t('expiresIn', { duration }) : duration}
    </span>
  )
}
