import type { AuditRow } from '@hub/contracts'
import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, ArrowRight, ScrollText } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Loaded } from '../../page/loaded.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { AuditFiltersBar } from './audit-filters-bar.tsx'
import { auditQuery } from './audit-query.ts'
import { AuditTable } from './audit-table.tsx'
import { RowDialog } from './row-dialog.tsx'
import { useAuditFilters } from './use-audit-filters.ts'

/** One page of the chain with its filters; a row opens in full. */
export function AuditView() {
  const { t } = useTranslation('audit')
  const audit = useAuditFilters()
  const query = useQuery(auditQuery(audit.filters))
  const [open, setOpen] = useState<AuditRow | null>(null)
  const nextCursor = query.data?.nextCursor
  return (
    <>
      <AuditFiltersBar audit={audit} rows={query.data?.items ?? []} />
      <Loaded query={query} failed={t('failed')} skeleton={<Skeleton className="h-96" />}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={ScrollText} title={t('empty')} className="px-0">
              {t('emptyHelp')}
            </EmptyState>
          ) : (
            <AuditTable
              rows={items}
              isOld={query.isPlaceholderData}
              onOpen={setOpen}
              onFilter={audit.change}
            />
          )
        }
      </Loaded>
      {query.data && (audit.previous || nextCursor) && (
        <div className="flex items-center gap-3">
          <Button onClick={audit.previous} disabled={!audit.previous} className="max-md:h-11">
            <ArrowLeft aria-hidden />
            {t('newer')}
          </Button>
          <span className="text-muted text-sm tabular">{t('page', { page: audit.page })}</span>
          <Button
            onClick={() => nextCursor && audit.next(nextCursor)}
            disabled={!nextCursor || query.isPlaceholderData}
            className="max-md:h-11"
          >
            {t('older')}
            <ArrowRight aria-hidden />
          </Button>
        </div>
      )}
      <RowDialog row={open} onClose={() => setOpen(null)} />
    </>
  )
}
