import type { ChatUsage } from '@hub/contracts'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../i18n/use-locale.ts'
import { saveTextFile } from '../../lib/save-text-file.ts'
import { toCsv } from '../../lib/to-csv.ts'
import { Button } from '../../ui/button.tsx'
import { dayWords } from './slot-words.ts'

const columns = [
  'day',
  'person',
  'mode',
  'engine',
  'model',
  'answers',
  'read',
  'written',
  'estimatedAnswers',
  'estimatedTokens',
] as const

interface UsageSummaryProps {
  usage: ChatUsage
  person: string | undefined
  /** These are still the rows of another person or period: saved, they would bear the wrong name. */
  isOld: boolean
}

/** The period in words: tokens, answers and how much of it is an estimate; the rows as CSV. */
export function UsageSummary({ usage, person, isOld }: UsageSummaryProps) {
  const { t } = useTranslation('usage')
  const locale = useLocale()
  const { total, from, to } = usage
  const tokens = total.promptTokens + total.completionTokens
  const write = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const days = { from: dayWords(from, locale), to: dayWords(to, locale) }
  return (
    <section aria-label={t('summary.label')} className="flex flex-wrap items-end justify-between gap-3">
      <div className="flex min-w-0 flex-col gap-0.5 tabular">
        <p className="text-muted text-sm">{t(from === to ? 'summary.day' : 'summary.period', days)}</p>
        <p className="font-semibold text-lg">
          {t('summary.tokens', { tokens: write.format(tokens), count: tokens })}{' '}
          <span className="ml-1 font-normal text-muted text-sm">
            {t('summary.answers', { count: total.answers })}
          </span>
        </p>
        {tokens === 0 && total.answers > 0 && <p className="text-muted text-sm">{t('summary.none')}</p>}
        {tokens > 0 && (
          <p className="max-w-[70ch] text-muted text-sm">
            {total.estimatedTokens === 0
              ? t('summary.counted')
              : total.estimatedTokens >= tokens
                ? t('summary.allEstimated')
                : t('summary.estimated', {
                    percent: percent.format(total.estimatedTokens / tokens),
                    count: total.estimatedAnswers,
                  })}
          </p>
        )}
      </div>
      {usage.items.length > 0 && (
        <Button disabled={isOld} onClick={() => save()} className="max-md:h-11">
          <Download aria-hidden />
          {t('csv.save')}
        </Button>
      )}
    </section>
  )

  function save() {
    const rows = usage.items.map((row) => [
      row.day,
      row.displayName ?? null,
      row.mode,
      row.provider,
      row.model,
      row.answers,
      row.promptTokens,
      row.completionTokens,
      row.estimatedAnswers,
      row.estimatedTokens,
    ])
    const text = toCsv([columns.map((column) => t(`csv.${column}`)), ...rows], locale)
    saveTextFile(`${t('csv.file')}-${person ? `${person}-` : ''}${from}-${to}.csv`, text, 'text/csv')
  }
}
