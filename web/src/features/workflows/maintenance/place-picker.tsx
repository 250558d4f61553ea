import type { MaintenancePlaces } from '@hub/contracts'
import { Search, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Input } from '../../../ui/input.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { findPlaces } from './find-places.ts'
import { PlaceRow } from './place-row.tsx'
import type { PlanFieldsProps } from './span-fields.tsx'

const mostShown = 30

interface PlacePickerProps extends Pick<PlanFieldsProps, 'draft' | 'change'> {
  places: MaintenancePlaces
  error: string | undefined
}

/** What the maintenance is about: sites and devices that are found by words, or everything. */
export function PlacePicker({ places, draft, change, error }: PlacePickerProps) {
  const { t } = useTranslation('workflows')
  const { isEverything } = draft
  return (
    <fieldset className="flex min-w-0 flex-col items-start gap-2">
      <legend className="mb-1 font-medium text-sm">{t('maintenance.form.scope')}</legend>
      <Segmented
        label={t('maintenance.form.scope')}
        value={isEverything ? 'everything' : 'places'}
        onChange={(scope) => change({ isEverything: scope === 'everything' })}
        options={(['places', 'everything'] as const).map((scope) => ({
          value: scope,
          label: t(`maintenance.form.${scope}`),
        }))}
      />
      {isEverything ? (
        <p className="text-sm text-warning">{t('maintenance.form.everythingHelp')}</p>
      ) : (
        <>
          <Chosen draft={draft} change={change} />
          {places.sites.length === 0 ? (
            <p className="text-muted text-sm">{t('maintenance.form.unread')}</p>
          ) : (
            <Places draft={draft} change={change} places={places} />
          )}
          {error && (
            <p role="alert" className="text-danger text-sm">
              {error}
            </p>
          )}
        </>
      )}
    </fieldset>
  )
}

function Places({ draft, change, places }: Omit<PlacePickerProps, 'error'>) {
  const { t } = useTranslation('workflows')
  const [search, setSearch] = useState('')
  const found = findPlaces(places.sites, search)
  const more = found.length - mostShown
  return (
    <div className="w-full rounded-card border bg-surface">
      <div className="relative border-b p-2">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-4 size-4 -translate-y-1/2 text-muted"
          strokeWidth={1.75}
        />
        <Input
          type="search"
          aria-label={t('maintenance.form.search')}
          placeholder={t('maintenance.form.search')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          className="pl-8"
        />
      </div>
      <ul className="max-h-80 overflow-y-auto py-1">
        {found.slice(0, mostShown).map((place) => (
          <PlaceRow key={place.site.name} place={place} draft={draft} change={change} />
        ))}
      </ul>
      {found.length === 0 && <p className="px-3 pb-2 text-muted text-sm">{t('maintenance.form.noMatch')}</p>}
      {more > 0 && (
        <p className="border-t px-3 py-2 text-muted text-xs">{t('maintenance.form.more', { count: more })}</p>
      )}
    </div>
  )
}

/** What was chosen, each to be taken out again. */
function Chosen({ draft: { sites, devices }, change }: Pick<PlanFieldsProps, 'draft' | 'change'>) {
  const { t } = useTranslation('workflows')
  const chosen = [
    ...sites.map((name) => ({ name, drop: () => change({ sites: sites.filter((one) => one !== name) }) })),
    ...devices.map((name) => ({
      name,
      drop: () => change({ devices: devices.filter((one) => one !== name) }),
    })),
  ]
  if (chosen.length === 0) return <p className="text-muted text-sm">{t('maintenance.form.nothingChosen')}</p>
  return (
    <ul aria-label={t('maintenance.form.chosen')} className="flex flex-wrap gap-1.5">
      {chosen.map(({ name, drop }) => (
        <li key={name} className="flex min-w-0 items-center rounded-full bg-accent-soft pl-2.5 text-sm">
          <span className="min-w-0 break-words">{name}</span>
          <button
            type="button"
            aria-label={t('maintenance.form.drop', { name })}
            onClick={drop}
            className="inline-flex size-7 shrink-0 items-center justify-center rounded-full hover:bg-hover max-md:size-11"
          >
            <X aria-hidden className="size-3.5" strokeWidth={2} />
          </button>
        </li>
      ))}
    </ul>
  )
}
