import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLocale } from '../../i18n/use-locale.ts'
import type { Slot } from './sum-usage.ts'

interface ShareBarsProps {
  sums: readonly Slot[]
  nameOf: (key: string) => string
  /** Where the rows of a sum are. */
  linkOf?: (key: string) => string
}

/** Sums as thin bars with their labels: a list that reads as a table too. */
export function ShareBars({ sums, nameOf, linkOf }: ShareBarsProps) {
  const { t } = useTranslation('usage')
  const locale = useLocale()
  const write = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const total = sums.reduce((sum, { tokens }) => sum + tokens, 0)
  const share = (tokens: number) => (total === 0 ? 0 : tokens / total)
  return (
    <ul className="flex flex-col gap-3">
      {sums.map(({ key, tokens, answers }) => (
        <li key={key} className="relative flex flex-col gap-1 text-sm">
          <span className="flex flex-wrap items-baseline justify-between gap-x-3">
            {linkOf ? (
              <Link
                to={linkOf(key)}
                className="min-w-0 break-words after:absolute after:inset-x-0 after:-inset-y-1.5 hover:underline"
              >
                {nameOf(key)}
              </Link>
            ) : (
              <span className="min-w-0 break-words">{nameOf(key)}</span>
            )}
            <span className="flex items-baseline gap-3 tabular">
              <span className="text-muted text-xs">{t('summary.answers', { count: answers })}</span>
              {write.format(tokens)}
              <span className="w-11 whitespace-nowrap text-right text-muted text-xs">
                {percent.format(share(tokens))}
              </span>
            </span>
          </span>
          <span aria-hidden className="h-1.5 overflow-hidden rounded-full bg-off-soft">
            <span
              className="block h-full rounded-full bg-wibot"
              style={{ width: `${share(tokens) * 100}%` }}
            />
          </span>
        </li>
      ))}
    </ul>
  )
}
