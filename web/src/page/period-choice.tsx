import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarDays } from '../lib/calendar-days.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'
import { Segmented, type SegmentedProps } from '../ui/segmented.tsx'

interface DaysFormProps {
  /** What is shown now. */
  days: CalendarDays
  isAllowed: (days: CalendarDays) => boolean
  /** What is allowed, in words; told while the days are not. */
  limit?: string
  onChoose: (days: CalendarDays) => void
}

interface PeriodChoiceProps<T extends string> extends Omit<DaysFormProps, 'onChoose'> {
  /** The ready period that is shown; null when two days are. */
  ready: T | null
  options: SegmentedProps<T>['options']
  onReady: (ready: T) => void
  onDays: (days: CalendarDays) => void
  className?: string
}

const own = 'own'

/** A period of the page: a ready one, or two days. What is shown is what the address says. */
export function PeriodChoice<T extends string>(props: PeriodChoiceProps<T>) {
  const { ready, options, onReady, onDays, className, ...form } = props
  const { t } = useTranslation('ui')
  const [isAsked, setAsked] = useState(false)
  const isOwn = ready === null || isAsked
  const { from, to } = form.days
  return (
    <>
      <Segmented<T | typeof own>
        label={t('period.label')}
        value={isOwn ? own : ready}
        onChange={(value) => {
          setAsked(value === own)
          if (value !== own) onReady(value)
        }}
        options={[...options, { value: own, label: t('period.own') }]}
        {...(className && { className })}
      />
      {isOwn && (
        <DaysForm
          key={`${from} ${to}`}
          {...form}
          onChoose={(days) => {
            setAsked(false)
            onDays(days)
          }}
        />
      )}
    </>
  )
}

function DaysForm({ days, isAllowed, limit, onChoose }: DaysFormProps) {
  const { t } = useTranslation('ui')
  const [from, setFrom] = useState(days.from)
  const [to, setTo] = useState(days.to)
  const isReady = isAllowed({ from, to })
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
      {!isReady && limit && (
        <p role="status" className="w-full text-muted text-xs">
          {limit}
        </p>
      )}
    </form>
  )
}
