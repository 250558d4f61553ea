import type { WorkflowRunDetail } from '@hub/contracts'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useText } from '../../../i18n/use-locale.ts'
import { Section } from '../../../page/section.tsx'
import { Button } from '../../../ui/button.tsx'
import { cn } from '../../../ui/class-names.ts'
import { Moment } from '../../../ui/moment.tsx'
import { RunResult } from '../list/run-result.tsx'
import { useRunWords } from '../words/use-run-words.ts'
import type { Conclusion, Sentence } from './read-conclusion.ts'

const shownAtFirst = 6

/** What the run found and why: the category with its reasons, or the verdict with its rules and evidence. */
export function ConclusionView({ run, conclusion }: { run: WorkflowRunDetail; conclusion: Conclusion }) {
  const { t } = useTranslation('workflows')
  const words = useRunWords()
  const { reasons, suspicions, escalated, leftToHuman, rules, evidence } = conclusion
  return (
    <Section title={t('conclusion.title')}>
      <div className="flex flex-col gap-4 rounded-card border bg-surface p-4 text-sm max-md:p-3">
        <RunResult run={run} />
        <Lines title={t('conclusion.suspicions')} items={suspicions} className="text-warning" />
        <Lines title={t('conclusion.reasons')} items={reasons} />
        <Lines title={t('conclusion.escalated')} items={escalated} />
        {leftToHuman && <p>{t('conclusion.leftToHuman')}</p>}
        {run.workflow === 'sentinel' && rules.length === 0 && <p>{t('conclusion.noRule')}</p>}
        <Lines
          title={t('conclusion.rules')}
          items={rules}
          beside={({ pointsTo }) =>
            pointsTo === run.verdict ? null : t('conclusion.votes', { verdict: words.verdict(pointsTo) })
          }
        />
        <Lines
          title={t('conclusion.evidence')}
          items={evidence.toReversed()}
          beside={({ at }) => at !== null && <Moment at={at} />}
        />
      </div>
    </Section>
  )
}

function Lines<T extends Sentence>({
  title,
  items,
  className,
  beside,
}: {
  title: string
  items: readonly T[]
  className?: string
  beside?: (item: T) => ReactNode
}) {
  const { t } = useTranslation('workflows')
  const text = useText()
  const [isWhole, setWhole] = useState(false)
  if (items.length === 0) return null
  const shown = isWhole ? items : items.slice(0, shownAtFirst)
  const rest = items.length - shown.length
  return (
    <div className="flex min-w-0 flex-col items-start gap-1">
      <h3 className={cn('text-muted', className)}>{title}</h3>
      <ul className="flex w-full min-w-0 flex-col gap-1">
        {shown.map((item) => (
          <li key={JSON.stringify(item)} className="flex flex-wrap items-baseline gap-x-3">
            <span className={cn('min-w-0 flex-1 basis-60 break-words', className)}>
              {capital(text(item))}
            </span>
            <span className="text-muted text-xs tabular">{beside?.(item)}</span>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button variant="ghost" size="sm" className="-ml-2 max-md:h-11" onClick={() => setWhole(true)}>
          {t('conclusion.more', { count: rest })}
        </Button>
      )}
    </div>
  )
}

const capital = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1)
