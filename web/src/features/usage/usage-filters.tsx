import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { type Days, daysOf, isPeriod, longestDays, readUsagePeriod, readyPeriods } from './usage-period.ts'

/** The period of every figure on the page, kept in the address with who is looked at. */
export function UsageFilters() {
  const { t } = useTranslation('usage')
  const [params, setParams] = useSearchParams()
  const period = readUsagePeriod(params)
  const [isCustom, setCustom] = useState(typeof period === 'object')
  const choose = (change: Record<string, string>) => {
    const person = params.get('person')
    setParams({ ...change, ...(person && { person }) })
  }
  return (
    <>
      <Segmented
        label={t('period.label')}
        value={isCustom || typeof period === 'object' ? 'custom' : period}
        onChange={(value) => {
          setCustom(value === 'custom')
          if (value !== 'custom') choose({ period: value })
        }}
        options={[...readyPeriods, 'custom' as const].map((value) => ({
          value,
          label: t(`period.${value}`),
        }))}
        className="max-sm:w-full max-sm:[&>*]:px-1"
      />
      {isCustom && (
        <CustomDays initial={daysOf(period, new Date())} onChoose={({ from, to }) => choose({ from, to })} />
      )}
    </>
  )
}

function CustomDays({ initial, onChoose }: { initial: Days; onChoose: (days: Days) => void }) {
  const { t } = useTranslation('usage')
  const [from, setFrom] = useState(initial.from)
  const [to, setTo] = useState(initial.to)
  const isReady = isPeriod({ from, to })
  return (
    <form
      className="flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) onChoose({ from, to })
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
      {!isReady && (
        <p role="status" className="w-full text-muted text-xs">
          {t('period.limit', { count: longestDays })}
        </p>
      )}
    </form>
  )
}
