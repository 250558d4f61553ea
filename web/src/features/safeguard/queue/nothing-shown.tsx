import { ListFilter } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useQueueFilter } from './queue-filter.ts'

/** Requests wait, but the filter shows none of them. */
export function NothingShown() {
  const { t } = useTranslation('safeguard')
  const { filter, setFilter } = useQueueFilter()
  return (
    <EmptyState
      icon={ListFilter}
      title={t(`queue.noneShown.${filter}`)}
      action={<Button onClick={() => setFilter('all')}>{t('queue.showAll')}</Button>}
    >
      {t('queue.noneShownHelp')}
    </EmptyState>
  )
}
