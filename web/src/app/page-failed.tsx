import { useTranslation } from 'react-i18next'
import { ErrorState } from '../ui/error-state.tsx'

/** What a page that threw leaves in its place; the frame around it goes on. */
export function PageFailed() {
  const { t } = useTranslation('frame')
  return (
    <main className="p-4">
      <ErrorState
        title={t('pageFailed')}
        message={t('pageFailedHelp')}
        onRetry={() => window.location.reload()}
      />
    </main>
  )
}
