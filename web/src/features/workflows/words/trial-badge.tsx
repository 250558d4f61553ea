import { FlaskConical } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { StatusBadge } from '../../../ui/status.tsx'

/** That a run did everything but write. */
export function TrialBadge() {
  const { t } = useTranslation('workflows')
  return (
    <span title={t('dryRunHelp')} className="inline-flex">
      <StatusBadge tone="unknown" icon={FlaskConical}>
        {t('dryRun')}
      </StatusBadge>
    </span>
  )
}
