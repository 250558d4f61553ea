import type { PolicyInForce } from '@hub/contracts'
import { CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../i18n/use-locale.ts'
import { formatDate, formatFull } from '../../../lib/time.ts'
import { StatusBadge } from '../../../ui/status.tsx'

/** The versions of the policy that were ever in force, newest first. */
export function VersionList({ inForce }: { inForce: PolicyInForce }) {
  const { t } = useTranslation('policy')
  const locale = useLocale()
  return (
    <ol className="divide-y border-y text-sm">
      {inForce.versions.map(({ version, loadedAt }) => {
        const at = new Date(loadedAt)
        return (
          <li key={version} className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-1 py-1.5">
            <code>{version}</code>
            <time dateTime={loadedAt} title={formatFull(at, locale)} className="text-muted tabular">
              {formatDate(at, locale)}
            </time>
            {version === inForce.version && (
              <StatusBadge tone="ok" icon={CircleCheck}>
                {t('versions.inForce')}
              </StatusBadge>
            )}
          </li>
        )
      })}
    </ol>
  )
}
