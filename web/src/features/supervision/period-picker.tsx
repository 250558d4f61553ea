import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { dayOf, readPeriod, readyDays, spanOf } from './period.ts'

/** The period of every figure on the page, kept in the address: ready days, or two days of the calendar. */
export function PeriodPicker() {
  const { t } = useTranslation('supervision')
  const [params, setParams] = useSearchParams()
  const period = readPeriod(params)
  const [isCustom, setCustom] = useState('from' in period)
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Segmented
        label={t('period.label')}
        value={isCustom ? 'custom' : 'days' in period ? String(period.days) : 'custom'}
        onChange={(value) => {
          setCustom(value === 'custom')
          if (value !== 'custom') setParams({ days: value })
        }}
        options={[
          ...readyDays.map((days) => ({ value: String(days), label: t('period.days', { count: days }) })),
          { value: 'custom', label: t('period.custom') },
        ]}
      />
      {isCustom && <CustomPeriod onChoose={(from, to) => setParams({ from, to })} />}
    </div>
  )
}

function CustomPeriod({ onChoose }: { onChoose: (from: string, to: string) => void }) {
  const { t } = useTranslation('supervision')
  const [params] = useSearchParams()
  const [shown] = useState(() => {
    const period = readPeriod(params)
    if ('from' in period) return period
    const { from, to } = spanOf(period, new Date())
    return { from: dayOf(from), to: dayOf(to) }
  })
  const [from, setFrom] = useState(shown.from)
  const [to, setTo] = useState(shown.to)
  const isReady = from !== '' && to !== '' && from <= to
  return (
    <form
      className="flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) onChoose(from, to)
      }}
    >
      <Field label={t('period.from')}>
        <Input type="date" value={from} max={to} required onChange={(event) => setFrom(event.target.value)} />
      </Field>
      <Field label={t('period.to')}>
        <Input type="date" value={to} min={from} required onChange={(event) => setTo(event.target.value)} />
      </Field>
      <Button type="submit" className="max-md:h-11" disabled={!isReady}>
        {t('period.show')}
      </Button>
    </form>
  )
}
