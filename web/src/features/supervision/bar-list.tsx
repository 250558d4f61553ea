import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { cn } from '../../ui/class-names.ts'

interface Bar {
  key: string
  label: string
  count: number
  /** Class of its ground. */
  hue: string
  /** Where its rows are. */
  to?: string
}

/** Counts as thin bars with their labels: a list that reads as a table too. */
export function BarList({ bars, total }: { bars: readonly Bar[]; total: number }) {
  const { t } = useTranslation('supervision')
  if (total === 0) return <p className="text-muted text-sm">{t('noRequest')}</p>
  return (
    <ul className="flex flex-col gap-3">
      {bars.map(({ key, label, count, hue, to }) => (
        <li key={key} className="relative flex flex-col gap-1 text-sm">
          <span className="flex items-baseline justify-between gap-3">
            {to ? (
              <Link
                to={to}
                className="min-w-0 break-words after:absolute after:-inset-y-1.5 after:inset-x-0 hover:underline"
              >
                {label}
              </Link>
            ) : (
              <span className="min-w-0 break-words">{label}</span>
            )}
            <span className="flex shrink-0 items-baseline gap-2 tabular">
              {count}
              <span className="w-11 whitespace-nowrap text-right text-muted text-xs">
                {t('share', { percent: shareOf(count, total) })}
              </span>
            </span>
          </span>
          <span aria-hidden className="h-1.5 overflow-hidden rounded-full bg-off-soft">
            <span
              className={cn('block h-full rounded-full', hue)}
              style={{ width: `${(count / total) * 100}%` }}
            />
          </span>
        </li>
      ))}
    </ul>
  )
}

const shareOf = (count: number, total: number) => Math.round((count / total) * 100)
