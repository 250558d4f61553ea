import { approvalStates, toolCatalog } from '@hub/contracts'
import { Download, Search, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLocale, useText } from '../../../i18n/use-locale.ts'
import { useTypedText } from '../../../lib/use-typed-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Input } from '../../../ui/input.tsx'
import { Select } from '../../../ui/select.tsx'
import { breakGlassFilters, gatedLevels, historyCsvPath } from './history-query.ts'
import type { useHistoryFilters } from './use-history-filters.ts'

const states = approvalStates.filter((state) => state !== 'pending')
/** Tools that can need an approval are those with a verb sentence. */
const tools = [...toolCatalog.values()].filter((tool) => tool.ask)

/** State, action and text of the history; each is in the address. */
export function FiltersBar({ history }: { history: ReturnType<typeof useHistoryFilters> }) {
  const { t } = useTranslation('safeguard')
  const { t: tApprovals } = useTranslation('approvals')
  const text = useText()
  const { filters, change, clear } = history
  const { cursor: _, ...chosen } = filters
  const isFiltered = Object.values(chosen).some(Boolean)
  return (
    <search
      aria-label={t('history.filters')}
      className="flex flex-wrap items-center gap-2 max-md:grid max-md:grid-cols-2"
    >
      <TextFilter value={filters.q ?? ''} onChange={(q) => change({ q }, true)} />
      <Select
        label={t('history.state')}
        value={filters.state ?? ''}
        onChange={(state) => change({ state })}
        options={[
          { value: '', label: t('history.anyState') },
          ...states.map((state) => ({ value: state, label: tApprovals(`state.${state}`) })),
        ]}
      />
      <Select
        label={t('history.level')}
        value={filters.level ?? ''}
        onChange={(level) => change({ level })}
        options={[
          { value: '', label: t('history.anyLevel') },
          ...gatedLevels.map((level) => ({ value: level, label: level })),
        ]}
      />
      <Select
        label={t('history.tool')}
        value={filters.tool ?? ''}
        onChange={(tool) => change({ tool })}
        options={[
          { value: '', label: t('history.anyTool') },
          ...tools.map(({ name, titles }) => ({ value: name, label: text(titles) })),
        ]}
        className="max-md:col-span-2 md:max-w-44"
      />
      <Select
        label={t('history.breakGlass.label')}
        value={filters.breakGlass ?? ''}
        onChange={(breakGlass) => change({ breakGlass })}
        options={[
          { value: '', label: t('history.breakGlass.all') },
          ...breakGlassFilters.map((value) => ({ value, label: t(`history.breakGlass.${value}`) })),
        ]}
        className="max-md:col-span-2"
      />
      <Period from={filters.from} to={filters.to} />
      {isFiltered && (
        <Button variant="ghost" onClick={clear} className="max-md:h-11">
          <X aria-hidden />
          {t('history.clear')}
        </Button>
      )}
      <Button asChild className="max-md:col-span-2 max-md:h-11 md:ml-auto">
        <a href={historyCsvPath(filters)} download>
          <Download aria-hidden />
          {t('history.csv')}
        </a>
      </Button>
    </search>
  )
}

/** The days of a period that the address names; it comes with a link and goes with the other filters. */
function Period({ from, to }: { from: string | undefined; to: string | undefined }) {
  const { t } = useTranslation('safeguard')
  const locale = useLocale()
  const day = (instant: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(instant))
  if (from && to)
    return <p className="text-muted text-sm">{t('history.period.both', { from: day(from), to: day(to) })}</p>
  if (from) return <p className="text-muted text-sm">{t('history.period.from', { from: day(from) })}</p>
  return to ? <p className="text-muted text-sm">{t('history.period.to', { to: day(to) })}</p> : null
}

function TextFilter({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const { t } = useTranslation('safeguard')
  const [typed, setTyped] = useTypedText(value, onChange)
  return (
    <div className="relative w-52 max-md:col-span-2 max-md:w-full">
      <Search
        aria-hidden
        className="absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-faint"
        strokeWidth={1.75}
      />
      <Input
        type="search"
        aria-label={t('history.text')}
        placeholder={t('history.textHint')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        className="pl-8"
      />
    </div>
  )
}
