import type { DryRunResult } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { LevelBadge } from '../../../ui/level-badge.tsx'
import { termKeys, useTermWords } from '../in-force/term-words.ts'
import { changedTerms } from './changed-terms.ts'

type Verdict = DryRunResult['changes'][number]['before']

/** One verdict in few words; beside the one before, also each term that is another one. */
export function VerdictWords({ verdict, before }: { verdict: Verdict; before?: Verdict }) {
  const { t } = useTranslation('policy')
  const words = useTermWords()
  const { level, outcome, terms } = verdict
  const changed = before ? changedTerms(before.terms, terms) : []
  const named = termKeys.filter((key) => terms && changed.includes(key))
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5">
      <LevelBadge level={level} />
      <span>
        {outcome === 'approval' && terms
          ? t('dryRun.asks', { count: terms.approvals, level: terms.approver })
          : t(`outcome.${outcome}`)}
        {terms &&
          named
            .filter((key) => key !== 'approvals' && key !== 'approver')
            .map((key) => t('dryRun.term', { term: t(`terms.${key}`), value: words(key, terms[key]) }))}
      </span>
    </span>
  )
}
