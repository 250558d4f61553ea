import { MapPinOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { PageBar } from '../page/page-bar.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation('frame')
  return (
    <>
      <PageBar title={t('notFound')} />
      <EmptyState
        icon={MapPinOff}
        title={t('notFound')}
        action={
          <Button asChild>
            <Link to="/">{t('goHome')}</Link>
          </Button>
        }
      >
        {t('notFoundHelp')}
      </EmptyState>
    </>
  )
}
