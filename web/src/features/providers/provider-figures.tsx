import type { ChatProvider } from '@hub/contracts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../i18n/use-locale.ts'
import { formatWhen } from '../../lib/time.ts'
import { useNow } from '../../lib/use-now.ts'
import { Moment } from '../../ui/moment.tsx'
import { readingMs } from './reading-ms.ts'

const kinds = [
  'unreachable',
  'timeout',
  'rate_limited',
  'unauthorized',
  'model_missing',
  'tools_unsupported',
  'bad_request',
  'truncated',
  'upstream',
  'aborted',
] as const
const kindOf = (kind: string) => kinds.find((known) => known === kind) ?? 'other'

/** Calls, errors and time to the first output, each with its period; the last error in words. */
export function ProviderFigures({
  provider,
  measuredSince,
}: {
  provider: ChatProvider
  measuredSince: string
}) {
  const { t } = useTranslation('providers')
  const locale = useLocale()
  const now = useNow()
  const write = new Intl.NumberFormat(locale)
  const { calls, errors, lastError, firstOutputMs } = provider
  const since = formatWhen(new Date(measuredSince), now, locale)
  return (
    <div className="flex flex-col gap-3">
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-4">
        <Figure label={t('figures.p50')}>
          {firstOutputMs ? readingMs(firstOutputMs.p50, locale) : t('figures.none')}
        </Figure>
        <Figure label={t('figures.p95')}>
          {firstOutputMs ? readingMs(firstOutputMs.p95, locale) : t('figures.none')}
        </Figure>
        <Figure label={t('figures.calls')}>{write.format(calls)}</Figure>
        <Figure label={t('figures.errors')} isBad={errors > 0}>
          {write.format(errors)}
        </Figure>
      </dl>
      <p className="text-muted text-xs tabular">
        {firstOutputMs
          ? t('figures.samples', { count: firstOutputMs.samples, since })
          : t('figures.noSamples', { since })}
      </p>
      {lastError && (
        <p className="text-sm">
          <span className="font-medium">{t('figures.lastError')}</span> {t(`kind.${kindOf(lastError.kind)}`)},{' '}
          <Moment at={lastError.at} className="text-muted" />.{' '}
          <span className="break-words text-muted">{lastError.message[locale]}</span>
        </p>
      )}
    </div>
  )
}

function Figure({ label, isBad, children }: { label: string; isBad?: boolean; children: ReactNode }) {
  return (
    <div className="flex flex-col">
      <dt className="text-muted text-xs">{label}</dt>
      <dd className={isBad ? 'font-semibold text-md text-warning tabular' : 'font-semibold text-md tabular'}>
        {children}
      </dd>
    </div>
  )
}
