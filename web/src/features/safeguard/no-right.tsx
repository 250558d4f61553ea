import type { Accreditation } from '@hub/contracts'
import { Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/empty-state.tsx'

/** For a person who may not read SAFEGUARD: what it takes, and who can give it. */
export function NoRight({ level }: { level: Accreditation }) {
  const { t } = useTranslation('safeguard')
  return (
    <EmptyState icon={Lock} title={t('noRight.title')}>
      {t('noRight.help', { level })}
    </EmptyState>
  )
}
