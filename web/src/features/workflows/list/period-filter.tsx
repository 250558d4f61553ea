import { type ComponentProps, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Input } from '../../../ui/input.tsx'
import { Select } from '../../../ui/select.tsx'
import { type RunPeriod, readyDays } from './run-filters.ts'

interface PeriodFilterProps {
  period: RunPeriod
  onChange: (change: { days: string; from: string; to: string }) => void
}

const none = { days: '', from: '', to: '' }

/** Ready days up to now, or two days of the calendar. */
export function PeriodFilter({ period, onChange }: PeriodFilterProps) {
  const { t } = useTranslation('workflows')
  const given = period !== null && 'from' in period ? period : null
  const [isAsked, setAsked] = useState(false)
  const isCustom = given !== null || (isAsked && period === null)
  const days = period !== null && 'days' in period ? String(period.days) : ''
  return (
    <>
      <Select
        label={t('filters.period')}
        value={isCustom ? 'custom' : days}
        onChange={(value) => {
          setAsked(value === 'custom')
          onChange({ ...none, ...(value !== 'custom' && { days: value }) })
        }}
        options={[
          { value: '', label: t('filters.anyPeriod') },
          ...readyDays.map((count) => ({ value: String(count), label: t('filters.days', { count }) })),
          { value: 'custom', label: t('filters.custom') },
        ]}
        className="max-md:col-span-2"
      />
      {isCustom && (
        <Days
          key={`${given?.from} ${given?.to}`}
          from={given?.from ?? ''}
          to={given?.to ?? ''}
          onChange={(from, to) => onChange({ ...none, from, to })}
        />
      )}
    </>
  )
}

function Days(props: { from: string; to: string; onChange: (from: string, to: string) => void }) {
  const { t } = useTranslation('workflows')
  const [from, setFrom] = useState(props.from)
  const [to, setTo] = useState(props.to)
  const take = (nextFrom: string, nextTo: string) => {
    setFrom(nextFrom)
    setTo(nextTo)
    if (nextFrom !== '' && nextTo !== '' && nextFrom <= nextTo) props.onChange(nextFrom, nextTo)
  }
  return (
    <>
      <Day
        label={t('filters.from')}
        value={from}
        max={to}
        onChange={(event) => take(event.target.value, to)}
      />
      <Day
        label={t('filters.to')}
        value={to}
        min={from}
        onChange={(event) => take(from, event.target.value)}
      />
    </>
  )
}

function Day({ label, ...props }: { label: string } & ComponentProps<'input'>) {
  const id = useId()
  return (
    <span className="flex items-center gap-1.5 text-muted text-sm max-md:col-span-2">
      <label htmlFor={id} className="max-md:w-8">
        {label}
      </label>
      <Input id={id} type="date" {...props} className="w-auto max-md:min-w-0 max-md:flex-1" />
    </span>
  )
}
