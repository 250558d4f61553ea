import type { TokenUsage } from '@hub/contracts'
import { useQuery } from '@tanstack/react-query'
import { Gauge } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLocale } from '../../../i18n/use-locale.ts'
import { formatDate } from '../../../lib/time.ts'
import { tokensQuery } from '../../../lib/tokens.ts'
import { cn } from '../../../ui/class-names.ts'
import { Popover, PopoverContent, PopoverTrigger } from '../../../ui/popover.tsx'
import { tokensLeft } from './composer-state.ts'

const lowShare = 0.2

/** The tokens of the month: a mark to open, which says how much is left once that is little. */
export function TokenMeter() {
  const { t } = useTranslation('wibot')
  const { data, isError } = useQuery(tokensQuery)
  const left = data ? tokensLeft(data) : 1
  const isLow = left < lowShare
  const percent = Math.floor(left * 100)
  return (
    <Popover>
      <PopoverTrigger
        className={cn(
          'inline-flex h-8 min-w-8 shrink-0 items-center justify-center gap-1.5 rounded-control text-muted text-xs hover:bg-hover hover:text-ink max-md:h-11 max-md:min-w-11',
          isLow && 'px-2 text-warning',
        )}
      >
        <Gauge aria-hidden className="size-4" strokeWidth={1.75} />
        <span className="sr-only">{t('tokens.show')}</span>
        {isLow && <span className="tabular max-md:hidden">{t('tokens.low', { percent })}</span>}
        {isLow && <span className="tabular md:hidden">{percent} %</span>}
      </PopoverTrigger>
      <PopoverContent side="top" align="end" aria-label={t('tokens.show')} className="w-72 text-sm">
        {data && <Usage usage={data} />}
        {isError && <p className="text-muted">{t('tokens.failed')}</p>}
        <Link
          to="/usage"
          className="mt-2 inline-flex min-h-6 items-center text-accent-ink underline-offset-2 hover:underline max-md:min-h-11"
        >
          {t('tokens.detail')}
        </Link>
      </PopoverContent>
    </Popover>
  )
}

function Usage({ usage }: { usage: TokenUsage }) {
  const { t } = useTranslation('wibot')
  const locale = useLocale()
  const left = tokensLeft(usage)
  const write = new Intl.NumberFormat(locale)
  return (
    <div className="flex flex-col gap-2">
      <p className="font-medium">{t('tokens.left', { percent: Math.floor(left * 100) })}</p>
      <svg
        aria-hidden
        viewBox="0 0 100 2"
        preserveAspectRatio="none"
        className="h-1.5 w-full overflow-hidden rounded-full"
      >
        <rect width="100" height="2" className="fill-off-soft" />
        <rect width={left * 100} height="2" className={left < lowShare ? 'fill-warning' : 'fill-accent'} />
      </svg>
      <p className="tabular text-muted">
        {t('tokens.used', { used: write.format(usage.used), quota: write.format(usage.quota) })}
      </p>
      <p className="text-muted text-xs">
        {t('tokens.renews', { date: formatDate(new Date(usage.renewsAt), locale) })}{' '}
        {usage.estimated && t('tokens.estimated')}
      </p>
    </div>
  )
}
