import type { SearchExplanation } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../i18n/use-locale.ts'

type Explained = SearchExplanation['passages'][number]

interface WhyProps {
  why: Explained
  /** What the longest bar stands for. */
  most: number
  isLowered: boolean
}

/** What each way of searching adds, as bars with their figures, and the words that the passage answers. */
export function Why({ why, most, isLowered }: WhyProps) {
  const { t } = useTranslation('knowledge')
  const figure = useFigure()
  return (
    <div className="flex min-w-0 flex-col gap-2 text-sm">
      <p className="flex justify-between gap-2 text-muted text-xs">
        <span>{t('search.why')}</span>
        <span className="tabular">{t('search.score', { score: figure(why.score) })}</span>
      </p>
      <ul className="flex flex-col gap-1.5">
        {why.legs.map(({ leg, rank, adds }) => (
          <li key={leg} className="flex flex-col gap-0.5">
            <span className="flex justify-between gap-2 tabular">
              {t(`search.leg.${leg}`)}
              <span className="text-muted text-xs">
                {t('search.rank', { rank })} · {t('search.adds', { adds: figure(adds) })}
              </span>
            </span>
            <span aria-hidden className="h-1.5 overflow-hidden rounded-full bg-off-soft">
              <span
                className="block h-full rounded-full bg-accent"
                style={{ width: `${(adds / most) * 100}%` }}
              />
            </span>
          </li>
        ))}
      </ul>
      {isLowered && <p className="text-warning text-xs">{t('search.lowered')}</p>}
      {why.words.length > 0 && <Words words={why.words} />}
    </div>
  )
}

function Words({ words }: { words: Explained['words'] }) {
  const { t } = useTranslation('knowledge')
  return (
    <p className="text-xs">
      <span className="text-muted">{t('search.matched')} </span>
      {words.map(({ asked, found, how }, index) => (
        <span key={asked}>
          {index > 0 && ', '}
          <strong className="font-medium">{asked}</strong>
          {how !== 'same' &&
            ` (${t(`search.how.${how}`)}${how === 'synonym' ? ` : ${found.map((stem) => `${stem}…`).join(' ')}` : ''})`}
        </span>
      ))}
    </p>
  )
}

function useFigure(): (value: number) => string {
  const locale = useLocale()
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 3, minimumFractionDigits: 3 })
  return (value) => format.format(value)
}
