import { Link } from 'react-router'
import { useLocale } from '../i18n/use-locale.ts'
import { cn } from '../ui/class-names.ts'

export interface Bar {
  key: string
  label: string
  amount: number
  /** What else there is to say of it, beside the amount. */
  note?: string
  /** Class of its ground. */
  hue: string
  /** Where its rows are. */
  to?: string
}

/** Amounts as thin bars with their labels and their share of the whole: a list that reads as a table too. */
export function BarList({ bars, total }: { bars: readonly Bar[]; total: number }) {
  const locale = useLocale()
  const write = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const share = (amount: number) => (total === 0 ? 0 : amount / total)
  return (
    <ul className="flex flex-col gap-3">
      {bars.map(({ key, label, amount, note, hue, to }) => (
        <li key={key} className="relative flex flex-col gap-1 text-sm">
          <span className="flex flex-wrap items-baseline justify-between gap-x-3">
            {to ? (
              <Link
                to={to}
                className="min-w-0 break-words after:absolute after:inset-x-0 after:-inset-y-1.5 hover:underline"
              >
                {label}
              </Link>
            ) : (
              <span className="min-w-0 break-words">{label}</span>
            )}
            <span className="ml-auto flex items-baseline gap-3 tabular">
              {note && <span className="text-muted text-xs">{note}</span>}
              {write.format(amount)}
              <span className="w-11 whitespace-nowrap text-right text-muted text-xs">
                {percent.format(share(amount))}
              </span>
            </span>
          </span>
          <span aria-hidden className="h-1.5 overflow-hidden rounded-full bg-off-soft">
            <span
              className={cn('block h-full rounded-full', hue)}
              style={{ width: `${share(amount) * 100}%` }}
            />
          </span>
        </li>
      ))}
    </ul>
  )
}
