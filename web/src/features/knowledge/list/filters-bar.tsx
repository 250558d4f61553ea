import { documentStates } from '@hub/contracts'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useTypedText } from '../../../lib/use-typed-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Input } from '../../../ui/input.tsx'
import { Select } from '../../../ui/select.tsx'
import type { DocumentFilters } from '../knowledge-api.ts'

const kinds = ['procedure', 'client', 'faq', 'case'] as const

interface FiltersBarProps {
  filters: DocumentFilters
  withKind: boolean
  isFiltered: boolean
  change: (changed: DocumentFilters) => void
  clear: () => void
}

/** Words, type, state and client; each is in the address. */
export function FiltersBar({ filters, withKind, isFiltered, change, clear }: FiltersBarProps) {
  const { t } = useTranslation('knowledge')
  return (
    <search
      aria-label={t('list.filters')}
      className="flex flex-wrap items-center gap-2 max-md:grid max-md:grid-cols-2"
    >
      <TypedFilter label={t('list.q')} value={filters.q ?? ''} onChange={(q) => change({ q })} />
      <TypedFilter
        label={t('list.client')}
        value={filters.client ?? ''}
        onChange={(client) => change({ client })}
      />
      {withKind && (
        <Select
          label={t('list.kind')}
          value={filters.kind ?? ''}
          onChange={(kind) => change({ kind })}
          options={[
            { value: '', label: t('list.anyKind') },
            ...kinds.map((value) => ({ value, label: t(`kind.${value}`) })),
          ]}
        />
      )}
      <Select
        label={t('list.state')}
        value={filters.state ?? ''}
        onChange={(state) => change({ state })}
        options={[
          { value: '', label: t('list.anyState') },
          ...documentStates.map((value) => ({ value, label: t(`state.${value}`) })),
        ]}
      />
      {isFiltered && (
        <Button variant="ghost" onClick={clear} className="max-md:h-11">
          <X aria-hidden />
          {t('list.clear')}
        </Button>
      )}
    </search>
  )
}

/** Text that filters a moment after the last key. */
function TypedFilter({
  label,
  value,
  onChange,
}: {
  label: string
  value: string
  onChange: (text: string) => void
}) {
  const [typed, setTyped] = useTypedText(value, onChange)
  return (
    <Input
      type="search"
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      className="max-md:col-span-2 md:w-64"
    />
  )
}
