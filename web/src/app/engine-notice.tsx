import { hasAccreditation } from '@hub/contracts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLocale } from '../i18n/use-locale.ts'
import { healthQuery } from '../lib/health.ts'
import { useMe } from '../lib/session.ts'
import { formatWhen } from '../lib/time.ts'
import { useNow } from '../lib/use-now.ts'
import { Popover, PopoverContent, PopoverTrigger } from '../ui/popover.tsx'
import { toneIcon } from '../ui/status.tsx'
import { toneClass } from '../ui/tone.ts'

const engines = ['ollama', 'mistral', 'builtin'] as const

/** Shown while another engine answers than the first choice: which, since when, and for N3 the way to see why. */
export function EngineNotice() {
  const { t } = useTranslation('frame')
  const locale = useLocale()
  const now = useNow()
  const { user } = useMe()
  const { data } = useQuery({ ...healthQuery, enabled: hasAccreditation(user.accreditation, 'N1') })
  const model = data?.items.find(({ name }) => name === 'model')
  if (model?.state !== 'degraded' && model?.state !== 'down') return null
  const isDown = model.state === 'down'
  const engine = engines.find((one) => one === model.detail)
  if (!isDown && !engine) return null
  const words = t(isDown || !engine ? 'engine.none' : `engine.${engine}`)
  const time = formatWhen(new Date(model.since), now, locale)
  const tone = isDown ? 'danger' : 'warning'
  const Icon = toneIcon[tone]
  return (
    <Popover>
      <PopoverTrigger className="flex h-8 shrink-0 items-center gap-1.5 rounded-control px-2 text-sm hover:bg-hover max-md:size-11 max-md:justify-center max-md:px-0">
        <Icon aria-hidden className={`size-4 ${toneClass[tone].ink}`} strokeWidth={1.75} />
        <span aria-live="polite" className={`max-md:sr-only ${toneClass[tone].ink}`}>
          {words}
        </span>
        <span className="text-muted tabular max-lg:hidden">{t('engine.since', { time })}</span>
      </PopoverTrigger>
      <PopoverContent align="end" aria-label={words} className="w-72 text-sm">
        <p className="font-medium">
          {words} <span className="font-normal text-muted">{t('engine.since', { time })}</span>
        </p>
        <p className="mt-1 text-muted">{t(isDown ? 'engine.noneHelp' : 'engine.help', { time })}</p>
        {hasAccreditation(user.accreditation, 'N3') && (
          <Link
            to="/supervision/providers"
            className="mt-2 inline-flex min-h-6 items-center text-accent-ink underline-offset-2 hover:underline max-md:min-h-11"
          >
            {t('engine.open')}
          </Link>
        )}
      </PopoverContent>
    </Popover>
  )
}
