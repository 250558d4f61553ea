import type { Accreditation } from '@hub/contracts'
import { Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../lib/session.ts'
import { EmptyState } from '../ui/empty-state.tsx'

/** For a person who came by address to what they may not open: what it takes, and who can give it. */
export function NoRight({ needed }: { needed: Accreditation }) {
  const { t } = useTranslation('frame')
  const { user } = useMe()
  return (
    <EmptyState icon={Lock} title={t('noRight.title', { needed })}>
      {t('noRight.help', { level: user.accreditation })}
    </EmptyState>
  )
}
