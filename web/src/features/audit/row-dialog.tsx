import type { AuditRow } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { requesterName } from '../../approvals/requester-name.ts'
import { useLocale } from '../../i18n/use-locale.ts'
import { formatFull } from '../../lib/time.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Dialog, DialogContent } from '../../ui/dialog.tsx'
import { FactTable } from '../../ui/fact-table.tsx'
import { useActionWords } from './action-words.ts'

/** One row of the chain in full, as it is hashed. */
export function RowDialog({ row, onClose }: { row: AuditRow | null; onClose: () => void }) {
  const { t } = useTranslation('audit')
  const words = useActionWords()
  return (
    <Dialog open={row !== null} onOpenChange={(isOpen) => !isOpen && onClose()}>
      {row && (
        <DialogContent
          title={t('row.title', { seq: row.seq, action: words(row.action) })}
          className="w-[min(720px,calc(100vw-24px))]"
        >
          <RowFacts row={row} />
        </DialogContent>
      )}
    </Dialog>
  )
}

const subjectPaths: Partial<Record<string, string>> = {
  approval: '/safeguard',
  grant: '/safeguard/grants',
  workflow_run: '/workflows',
}

function RowFacts({ row }: { row: AuditRow }) {
  const { t } = useTranslation('audit')
  const { t: tApprovals } = useTranslation('approvals')
  const locale = useLocale()
  const json = JSON.stringify(row, null, 2)
  const path = subjectPaths[row.subjectType]
  const subject = <code className="break-all text-xs">{row.subjectId}</code>
  return (
    <div className="scroll-pane flex min-h-0 flex-col gap-4 p-4">
      <FactTable
        facts={[
          { key: 'at', label: t('columns.at'), value: formatFull(new Date(row.at), locale) },
          { key: 'actor', label: t('columns.actor'), value: requesterName(row.actor, tApprovals) },
          {
            key: 'subject',
            label: t('columns.subject'),
            value: path ? (
              <Link
                to={`${path}/${encodeURIComponent(row.subjectId)}`}
                className="text-accent-ink underline underline-offset-2"
              >
                {subject}
              </Link>
            ) : (
              subject
            ),
          },
          { key: 'hash', label: t('row.hash'), value: <code className="break-all text-xs">{row.hash}</code> },
          {
            key: 'prev',
            label: t('row.prevHash'),
            value: <code className="break-all text-xs">{row.prevHash}</code>,
          },
        ]}
      />
      <figure className="overflow-hidden rounded-card border bg-sunken">
        <figcaption className="flex items-center justify-between border-b py-0.5 pr-1 pl-3 text-muted text-xs">
          {t('row.json')}
          <CopyButton value={json} label={t('row.copy')} />
        </figcaption>
        <pre className="whitespace-pre-wrap break-all p-3 font-mono text-xs">{json}</pre>
      </figure>
    </div>
  )
}
