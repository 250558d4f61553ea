import type { WorkflowSwitches } from '@hub/contracts'
import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../i18n/use-locale.ts'
import { formatWhen } from '../../../lib/time.ts'
import { useNow } from '../../../lib/use-now.ts'

/** Says that nothing runs the workflows, and since when; nothing while a worker lives. */
export function NoWorkerNotice({
  switches: { workers, workerSeenAt },
}: {
  switches: Pick<WorkflowSwitches, 'workers' | 'workerSeenAt'>
}) {
  const { t } = useTranslation('workflows')
  const locale = useLocale()
  const now = useNow()
  if (workers > 0) return null
  return (
    <p
      role="status"
      className="flex items-start gap-2 rounded-control bg-warning-soft px-3 py-2 text-sm text-warning"
    >
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" strokeWidth={1.75} />
      {workerSeenAt === null
        ? t('noWorker')
        : t('noWorkerSince', { time: formatWhen(new Date(workerSeenAt), now, locale) })}
    </p>
  )
}
