import type { AuditRow } from '@hub/contracts'
import { Siren } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { requesterName } from '../../approvals/requester-name.ts'
import { useLocale } from '../../i18n/use-locale.ts'
import { formatDate, formatFull } from '../../lib/time.ts'
import { cn } from '../../ui/class-names.ts'
import { isBreakGlass, useActionWords } from './action-words.ts'

const columns = ['seq', 'at', 'action', 'actor', 'subject'] as const

interface AuditTableProps {
  rows: AuditRow[]
  isOld: boolean
  onOpen: (row: AuditRow) => void
  onFilter: (change: { subject?: string; actor?: string }) => void
}

/** Rows of the chain, newest first; on a phone each is a small block. */
export function AuditTable({ rows, isOld, onOpen, onFilter }: AuditTableProps) {
  const { t } = useTranslation('audit')
  const people = namesOf(rows)
  return (
    <table className={cn('w-full text-left text-sm max-md:block', isOld && 'opacity-60')}>
      <caption className="sr-only">{t('caption')}</caption>
      <thead className="border-b text-muted text-xs max-md:sr-only">
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" className="px-2 py-2 font-medium">
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {rows.map((row) => (
          <Row
            key={row.seq}
            row={row}
            person={people.get(row.subjectId)}
            onOpen={() => onOpen(row)}
            onFilter={onFilter}
          />
        ))}
      </tbody>
    </table>
  )
}

/** Names of the people who acted in these rows, by their ids: a subject that is one of them has a name too. */
function namesOf(rows: AuditRow[]): Map<string, string> {
  return new Map(
    rows.flatMap(({ actor }) => (actor.type === 'user' ? [[actor.userId, actor.displayName] as const] : [])),
  )
}

const cell = 'px-2 py-1.5 align-baseline max-md:px-0 max-md:py-0'
const filterClass =
  'min-h-6 rounded-control text-left hover:text-ink hover:underline underline-offset-2 max-md:min-h-8'

interface RowProps {
  row: AuditRow
  /** Name of the subject, when it is a person whose name is known. */
  person: string | undefined
  onOpen: () => void
  onFilter: AuditTableProps['onFilter']
}

function Row({ row, person, onOpen, onFilter }: RowProps) {
  const { t } = useTranslation('audit')
  const { t: tApprovals } = useTranslation('approvals')
  const locale = useLocale()
  const words = useActionWords()
  const at = new Date(row.at)
  const isRed = isBreakGlass(row.action)
  const name = requesterName(row.actor, tApprovals)
  return (
    <tr
      className={cn(
        'border-b hover:bg-hover max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-x-3 max-md:py-2',
        isRed && 'bg-danger-soft text-danger hover:bg-danger-soft',
      )}
    >
      <td
        className={cn(
          cell,
          'whitespace-nowrap text-muted tabular md:w-px max-md:order-4',
          isRed && 'text-danger',
        )}
      >
        {row.seq}
      </td>
      <td
        className={cn(
          cell,
          'whitespace-nowrap text-muted tabular md:w-px max-md:order-2',
          isRed && 'text-danger',
        )}
      >
        <time dateTime={row.at} title={formatFull(at, locale)}>
          {formatDate(at, locale)}
        </time>
      </td>
      <td className={cn(cell, 'max-md:order-1 max-md:w-full')}>
        <button
          type="button"
          onClick={onOpen}
          aria-haspopup="dialog"
          className="inline-flex min-h-6 items-baseline gap-1.5 text-left font-medium hover:underline max-md:min-h-8"
        >
          {isRed && <Siren aria-hidden className="size-4 shrink-0 self-center" strokeWidth={1.75} />}
          {words(row.action)}
        </button>
      </td>
      <td className={cn(cell, 'text-muted max-md:order-3', isRed && 'text-danger')}>
        <button
          type="button"
          title={t('onlyActor', { name })}
          onClick={() => onFilter({ actor: row.actorKey })}
          className={filterClass}
        >
          {name}
        </button>
      </td>
      <td className={cn(cell, 'text-muted max-md:order-5 max-md:w-full', isRed && 'text-danger')}>
        <button
          type="button"
          title={t('onlySubject', { subject: row.subjectId })}
          onClick={() => onFilter({ subject: row.subjectId })}
          className={cn(filterClass, !person && 'break-all font-mono text-xs')}
        >
          {person ?? row.subjectId}
        </button>
      </td>
    </tr>
  )
}
