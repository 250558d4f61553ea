import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'

export interface OlderMessagesProps {
  isLoading: boolean
  isFailed: boolean
  onLoad: () => void
}

/** Above the oldest message read: earlier ones are on their way, or can be asked for. */
export function OlderMessages({ isLoading, isFailed, onLoad }: OlderMessagesProps) {
  const { t } = useTranslation('wibot')
  return (
    <div className="flex flex-wrap items-center justify-center gap-x-2 text-muted text-sm">
      {isFailed && <p role="alert">{t('log.olderFailed')}</p>}
      <Button variant="ghost" busy={isLoading} onClick={onLoad} className="max-md:h-11">
        {t(isLoading ? 'log.loadingOlder' : 'log.older')}
      </Button>
    </div>
  )
}
