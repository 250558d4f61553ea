import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { areInOrder } from '../../lib/calendar-days.ts'
import { PeriodChoice } from '../../page/period-choice.tsx'
import { readPeriod, readyDays, shownDays } from './period.ts'

/** The period of every figure on the page, kept in the address: ready days, or two days of the calendar. */
export function PeriodPicker() {
  const { t } = useTranslation('supervision')
  const [params, setParams] = useSearchParams()
  const period = readPeriod(params)
  return (
    <div className="flex flex-wrap items-end gap-3">
      <PeriodChoice
        ready={'days' in period ? String(period.days) : null}
        options={readyDays.map((days) => ({
          value: String(days),
          label: t('period.days', { count: days }),
        }))}
        days={shownDays(period, new Date())}
        isAllowed={areInOrder}
        onReady={(days) => setParams({ days })}
        onDays={({ from, to }) => setParams({ from, to })}
      />
    </div>
  )
}
