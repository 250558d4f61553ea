import { useTranslation } from 'react-i18next'
import { useLocale } from '../../i18n/use-locale.ts'
import { Section } from '../../page/section.tsx'
import { slotMark, slotWords } from './slot-words.ts'
import type { Slot } from './sum-usage.ts'

/** Tokens by day (by month in a long period) as thin bars; the same as a table to open. */
export function TimeBars({ slots }: { slots: readonly Slot[] }) {
  const { t } = useTranslation('usage')
  const locale = useLocale()
  const write = new Intl.NumberFormat(locale)
  const highest = slots.reduce((best, slot) => (slot.tokens > best.tokens ? slot : best), slots[0] ?? empty)
  const isMonthly = highest.key.length === 7
  const middle = slots[Math.floor(slots.length / 2)]
  const label = t('chart.label', {
    slot: slotWords(highest.key, locale),
    tokens: write.format(highest.tokens),
  })
  return (
    <Section title={t(isMonthly ? 'by.month' : 'by.day')} help={label}>
      <div role="img" aria-label={label} className="flex flex-col gap-1">
        <span className="text-muted text-xs tabular">{write.format(highest.tokens)}</span>
        <div className="relative flex h-36 items-end gap-px border-b sm:gap-0.5">
          <span className="absolute inset-x-0 top-0 border-t" />
          <span className="absolute inset-x-0 top-1/2 border-t" />
          {slots.map((slot) => (
            <span
              key={slot.key}
              title={`${slotWords(slot.key, locale)} : ${write.format(slot.tokens)}`}
              className="group relative flex h-full min-w-0 flex-1 items-end justify-center hover:bg-hover"
            >
              <span
                className="w-full max-w-6 rounded-t-[2px] bg-wibot group-hover:bg-accent-hover"
                style={{
                  height: slot.tokens === 0 ? 0 : `max(2px, ${(slot.tokens / highest.tokens) * 100}%)`,
                }}
              />
            </span>
          ))}
        </div>
        <div className="flex justify-between text-muted text-xs tabular">
          <span>{slotMark(slots[0]?.key ?? highest.key, locale)}</span>
          {middle && slots.length > 4 && <span>{slotMark(middle.key, locale)}</span>}
          {slots.length > 1 && <span>{slotMark(slots.at(-1)?.key ?? highest.key, locale)}</span>}
        </div>
      </div>
      <SlotTable slots={slots} caption={t(isMonthly ? 'by.month' : 'by.day')} />
    </Section>
  )
}

const empty: Slot = {
  key: '1970-01-01',
  answers: 0,
  promptTokens: 0,
  completionTokens: 0,
  estimatedTokens: 0,
  tokens: 0,
}

function SlotTable({ slots, caption }: { slots: readonly Slot[]; caption: string }) {
  const { t } = useTranslation('usage')
  const locale = useLocale()
  const write = new Intl.NumberFormat(locale)
  const cell = 'py-1.5 text-right tabular'
  return (
    <details className="text-sm">
      <summary className="inline-flex min-h-6 cursor-pointer items-center text-accent-ink hover:underline max-md:min-h-11">
        {t('chart.table')}
      </summary>
      <table className="mt-1 w-full max-w-md text-left">
        <caption className="sr-only">{caption}</caption>
        <thead className="border-b text-muted text-xs">
          <tr>
            <th scope="col" className="py-1.5 font-medium">
              {t('columns.when')}
            </th>
            <th scope="col" className={`${cell} font-medium`}>
              {t('columns.answers')}
            </th>
            <th scope="col" className={`${cell} font-medium`}>
              {t('columns.tokens')}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y">
          {slots.toReversed().map((slot) => (
            <tr key={slot.key}>
              <th scope="row" className="py-1.5 font-normal">
                {slotWords(slot.key, locale)}
              </th>
              <td className={cell}>{write.format(slot.answers)}</td>
              <td className={cell}>{write.format(slot.tokens)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
