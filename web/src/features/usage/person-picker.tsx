import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useMe } from '../../lib/session.ts'
import { Select } from '../../ui/select.tsx'
import type { UsagePeriod } from './usage-period.ts'
import { usageQuery } from './usage-query.ts'

/** For N4: oneself, everybody, or one of those who used tokens in the period. */
export function PersonPicker({ period, person }: { period: UsagePeriod; person: string | undefined }) {
  const { t } = useTranslation('usage')
  const { user } = useMe()
  const [params, setParams] = useSearchParams()
  const { data } = useQuery(usageQuery(period, 'all'))
  const names = new Map(data?.items.map(({ userId, displayName }) => [userId ?? '', displayName ?? '']))
  names.delete(user.id)
  if (person && person !== 'all' && !names.has(person)) names.set(person, t('person.unnamed'))
  const people = [...names].toSorted(([, a], [, b]) => a.localeCompare(b))
  return (
    <Select
      label={t('person.label')}
      value={person ?? ''}
      onChange={(value) => {
        const next = new URLSearchParams(params)
        if (value) next.set('person', value)
        else next.delete('person')
        setParams(next)
      }}
      options={[
        { value: '', label: t('person.me') },
        { value: 'all', label: t('person.all') },
        ...people.map(([value, label]) => ({ value, label })),
      ]}
      className="max-sm:w-full"
    />
  )
}
