import { hasAccreditation } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../i18n/use-locale.ts'
import { useLive } from '../lib/live.ts'
import { useMe } from '../lib/session.ts'
import type { LiveState } from '../lib/socket.ts'
import { formatClock } from '../lib/time.ts'
import { cn } from '../ui/class-names.ts'
import { Popover, PopoverContent, PopoverTrigger } from '../ui/popover.tsx'
import { StatusDot } from '../ui/status.tsx'
import type { Tone } from '../ui/tone.ts'

const liveTones: Record<LiveState, Tone> = { connected: 'ok', reconnecting: 'warning', polling: 'warning' }

/** Whether the screen follows the Hub by itself, since when, and what that means. */
export function LiveIndicator() {
  const { t } = useTranslation('frame')
  const locale = useLocale()
  const { state, since } = useLive()
  const { user } = useMe()
  if (!hasAccreditation(user.accreditation, 'N1')) return null
  const time = formatClock(since, locale)
  return (
    <Popover>
      <PopoverTrigger className="flex h-8 items-center gap-2 rounded-control px-2 text-muted text-sm hover:bg-hover max-md:h-11">
        <StatusDot tone={liveTones[state]} />
        <span role="status" className={cn(state === 'connected' && 'max-md:sr-only')}>
          {t(`live.${state}`)}
        </span>
        {state !== 'connected' && (
          <span className="text-faint tabular max-md:hidden">{t('live.since', { time })}</span>
        )}
      </PopoverTrigger>
      <PopoverContent align="end" className="w-72 text-sm">
        <p className="font-medium">
          {t(`live.${state}`)} <span className="font-normal text-muted">{t('live.since', { time })}</span>
        </p>
        <p className="mt-1 text-muted">{t(`live.${state}Help`, { time })}</p>
      </PopoverContent>
    </Popover>
  )
}
