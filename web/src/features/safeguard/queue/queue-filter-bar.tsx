import { useTranslation } from 'react-i18next'
import { Segmented } from '../../../ui/segmented.tsx'
import { queueFilters, useQueueFilter } from './queue-filter.ts'

/** Which requests the queue shows; on a phone under it, in thumb reach. */
export function QueueFilterBar() {
  const { t } = useTranslation('safeguard')
  const { filter, setFilter } = useQueueFilter()
  return (
    <div className="border-b bg-canvas px-3 py-2 max-md:order-last max-md:border-t max-md:border-b-0">
      <Segmented
        label={t('queue.filters.label')}
        value={filter}
        onChange={setFilter}
        options={queueFilters.map((value) => ({ value, label: t(`queue.filters.${value}`) }))}
        className="flex [&>button]:px-1"
      />
    </div>
  )
}
