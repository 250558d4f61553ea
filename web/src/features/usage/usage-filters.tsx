import { longestUsageDays } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { PeriodChoice } from '../../page/period-choice.tsx'
import { daysOf, isPeriod, readUsagePeriod, readyPeriods } from './usage-period.ts'

/** The period of every figure on the page, kept in the address with who is looked at. */
export function UsageFilters() {
  const { t } = useTranslation('usage')
  const [params, setParams] = useSearchParams()
  const period = readUsagePeriod(params)
  const choose = (change: Record<string, string>) => {
    const person = params.get('person')
    setParams({ ...change, ...(person && { person }) })
  }
  return (
    <PeriodChoice
      ready={typeof period === 'object' ? null : period}
      options={readyPeriods.map((value) => ({ value, label: t(`period.${value}`) }))}
      days={daysOf(period, new Date())}
      isAllowed={isPeriod}
      limit={t('period.limit', { count: longestUsageDays })}
      onReady={(ready) => choose({ period: ready })}
      onDays={({ from, to }) => choose({ from, to })}
      className="max-sm:w-full max-sm:[&>*]:px-1"
    />
  )
}
