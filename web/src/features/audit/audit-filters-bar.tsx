import type { AuditRow } from '@hub/contracts'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { requesterName } from '../../approvals/requester-name.ts'
import { Button } from '../../ui/button.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'
import { actionFamilies, auditActions, useActionWords } from './action-words.ts'
import type { useAuditFilters } from './use-audit-filters.ts'

interface AuditFiltersBarProps {
  audit: ReturnType<typeof useAuditFilters>
  /** What is on the screen: the name of the chosen actor is in it. */
  rows: AuditRow[]
}

/** Action, subject and actor; each is in the address. */
export function AuditFiltersBar({ audit, rows }: AuditFiltersBarProps) {
  const { t } = useTranslation('audit')
  const { t: tApprovals } = useTranslation('approvals')
  const words = useActionWords()
  const { filters, change, clear } = audit
  const actor = rows.find((row) => row.actorKey === filters.actor)?.actor
  const isFiltered = Boolean(filters.action || filters.subject || filters.actor)
  return (
    <search
      aria-label={t('filters.label')}
      className="flex flex-wrap items-center gap-2 max-md:grid max-md:grid-cols-[minmax(0,1fr)]"
    >
      <Select
        label={t('filters.action')}
        value={filters.action ?? ''}
        onChange={(action) => change({ action })}
        options={[
          { value: '', label: t('filters.anyAction') },
          ...actionFamilies.map((family) => ({ value: family, label: t(`families.${familyKey(family)}`) })),
          ...auditActions.map((action) => ({ value: action, label: `   ${words(action)}` })),
        ]}
      />
      <SubjectFilter
        key={filters.subject ?? ''}
        value={filters.subject ?? ''}
        onChange={(subject) => change({ subject })}
      />
      {filters.actor && (
        <Button onClick={() => change({ actor: '' })} className="max-md:h-11">
          {t('filters.actor', { name: actor ? requesterName(actor, tApprovals) : filters.actor })}
          <X aria-label={t('filters.removeActor')} />
        </Button>
      )}
      {isFiltered && (
        <Button variant="ghost" onClick={clear} className="max-md:h-11">
          <X aria-hidden />
          {t('filters.clear')}
        </Button>
      )}
    </search>
  )
}

type Family = (typeof actionFamilies)[number]
type FamilyKey<F> = F extends `${infer Name}.` ? Name : 'breakGlass'

function familyKey(family: Family): FamilyKey<Family> {
  return family === 'approval.break_glass' ? 'breakGlass' : (family.slice(0, -1) as FamilyKey<Family>)
}

function SubjectFilter({ value, onChange }: { value: string; onChange: (subject: string) => void }) {
  const { t } = useTranslation('audit')
  return (
    <form
      className="flex gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        onChange(String(new FormData(event.currentTarget).get('subject')).trim())
      }}
    >
      <Input
        name="subject"
        type="search"
        aria-label={t('filters.subject')}
        placeholder={t('filters.subjectHint')}
        defaultValue={value}
        spellCheck={false}
        className="w-64 max-md:min-w-0 max-md:flex-1"
      />
      <Button type="submit" className="max-md:h-11">
        {t('filters.find')}
      </Button>
    </form>
  )
}
