import type { DryRunResult } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { LevelBadge } from '../../../ui/level-badge.tsx'
import { termKeys, useTermWords } from '../in-force/term-words.ts'
import { changedTerms } from './changed-terms.ts'

type Verdict = DryRunResult['changes'][number]['before']

/** One verdict in few words: the level, and what is asked at most. */
export function VerdictWords({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation('policy')
  const { level, outcome, terms } = verdict
  return (
    <span className="inline-flex items-center gap-x-1.5 whitespace-nowrap">
      <LevelBadge level={level} />
      {outcome === 'approval' && terms
        ? t('dryRun.asks', { count: terms.approvals, level: terms.approver })
        : t(`outcome.${outcome}`)}
    </span>
  )
}

/** The other terms that are other ones after the change. */
export function ChangedTerms({ before, after }: { before: Verdict; after: Verdict }) {
  const { t } = useTranslation('policy')
  const words = useTermWords()
  const { terms } = after
  const changed = changedTerms(before.terms, terms)
  const others = termKeys.filter((key) => key !== 'approvals' && key !== 'approver' && changed.includes(key))
  if (!terms || others.length === 0) return null
  return (
    <span className="block text-muted text-xs">
      {others
        .map((key) => t('dryRun.term', { term: t(`terms.${key}`), value: words(key, terms[key]) }))
        .join(' · ')}
    </span>
  )
}
