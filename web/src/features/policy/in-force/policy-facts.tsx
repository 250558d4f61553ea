import type { PolicyInForce } from '@hub/contracts'
import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../i18n/use-locale.ts'
import { formatDate, formatFull } from '../../../lib/time.ts'
import { CopyButton } from '../../../ui/copy-button.tsx'

/** Version and since when; above, what is wrong with the file while it cannot be taken. */
export function PolicyFacts({ inForce }: { inForce: PolicyInForce }) {
  const { t } = useTranslation('policy')
  const locale = useLocale()
  const { problem, version, loadedAt } = inForce
  const since = new Date(loadedAt)
  return (
    <div className="flex flex-col gap-3">
      {problem && (
        <div role="alert" className="flex gap-2 rounded-card bg-warning-soft px-4 py-3 text-sm text-warning">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" strokeWidth={1.75} />
          <div className="min-w-0">
            <p className="font-medium">
              {t('problem.title', { time: formatDate(new Date(problem.since), locale) })}
            </p>
            <p>{t('problem.help')}</p>
            <code lang="en" className="mt-1 block break-words text-xs">
              {problem.message}
            </code>
          </div>
        </div>
      )}
      <p className="flex flex-wrap items-center gap-x-2 text-sm">
        <span className="text-muted">{t('version')}</span>
        <code>{version}</code>
        <CopyButton value={version} label={t('copyVersion')} className="-mx-1" />
        <span className="text-muted tabular" title={formatFull(since, locale)}>
          {t('since', { time: formatDate(since, locale) })}
        </span>
      </p>
    </div>
  )
}
