import type { ApproverSignals } from '@hub/contracts'
import { Stamp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../i18n/use-locale.ts'
import { Badge } from '../../../ui/badge.tsx'
import { cn } from '../../../ui/class-names.ts'
import { StatusBadge } from '../../../ui/status.tsx'
import { readingTime } from '../reading-time.ts'

const columns = ['name', 'approved', 'rejected', 'median', 'unseen'] as const
const figure = 'px-2 py-2 text-right tabular max-sm:px-1'

/** One row per person who decided; who may be signing unread is marked. */
export function ApproversTable({ approvers }: { approvers: ApproverSignals[] }) {
  const { t } = useTranslation('supervision')
  return (
    <table className="w-full text-left text-sm">
      <caption className="sr-only">{t('approvers.title')}</caption>
      <thead className="border-b text-muted text-xs">
        <tr>
          {columns.map((column) => (
            <th
              key={column}
              scope="col"
              className={cn(
                'px-2 py-2 align-bottom font-medium max-sm:px-1',
                column !== 'name' && 'text-right',
              )}
            >
              {t(`approvers.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {approvers.map((approver) => (
          <ApproverRow key={approver.userId} approver={approver} />
        ))}
      </tbody>
    </table>
  )
}

function ApproverRow({ approver }: { approver: ApproverSignals }) {
  const { t } = useTranslation('supervision')
  const locale = useLocale()
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const { medianSeconds, unseenShare, isSuspicious } = approver
  return (
    <tr className={cn('border-b', isSuspicious && 'bg-warning-soft')}>
      <th scope="row" className="px-2 py-2 font-normal max-sm:px-1">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium">{approver.displayName}</span>
          <Badge>{approver.accreditation}</Badge>
          {isSuspicious && (
            <StatusBadge tone="warning" icon={Stamp}>
              {t('approvers.suspicious')}
            </StatusBadge>
          )}
        </span>
      </th>
      <td className={figure}>{approver.approved}</td>
      <td className={figure}>{approver.rejected}</td>
      <td className={figure}>{medianSeconds === null ? t('noFigure') : readingTime(medianSeconds)}</td>
      <td className={figure}>{percent.format(unseenShare)}</td>
    </tr>
  )
}
