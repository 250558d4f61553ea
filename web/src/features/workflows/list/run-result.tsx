import type { WorkflowRunSummary } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../../ui/badge.tsx'
import { useRunWords } from '../words/use-run-words.ts'

/** What the run found: category or verdict, how sure, and whether it did without a person. */
export function RunResult({ run }: { run: WorkflowRunSummary }) {
  const { t } = useTranslation('workflows')
  const words = useRunWords()
  const { category, verdict, confidence, autoResolved, phase } = run
  const found = verdict === null ? category && words.category(category) : words.verdict(verdict)
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-muted">
      {found && <Badge>{found}</Badge>}
      {found && confidence !== null && (
        <span className="text-xs tabular">{t('sure', { percent: Math.round(confidence * 100) })}</span>
      )}
      {autoResolved === true && <span className="text-ok text-xs">{t('autoResolved')}</span>}
      {phase !== null && autoResolved !== true && <span className="text-xs">{words.phase(phase)}</span>}
    </span>
  )
}
