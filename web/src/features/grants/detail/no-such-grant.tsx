import { KeyRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'

/** In place of a grant that is not there, or not for the reader. */
export function NoSuchGrant({ grantId }: { grantId: string }) {
  const { t } = useTranslation('grants')
  return (
    <EmptyState
      icon={KeyRound}
      title={t('notFound.title', { id: grantId })}
      action={
        <Button asChild>
          <Link to="/safeguard/grants">{t('notFound.back')}</Link>
        </Button>
      }
    >
      {t('notFound.help')}
    </EmptyState>
  )
}
