import type { WorkflowRunSummary } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { cn } from '../../../ui/class-names.ts'
import { useRunWords } from '../words/use-run-words.ts'

/** What a run waits for, or why and where it failed. */
export function RunSituation({ run }: { run: WorkflowRunSummary }) {
  const { t } = useTranslation('workflows')
  const words = useRunWords()
  const { state, problem } = run
  const wait = words.wait(run)
  if (state === 'failed' && problem) {
    const where =
      problem.step === null ? t('run.failedSomewhere') : t('run.failedAt', { step: words.step(problem.step) })
    return (
      <span className="mt-0.5 line-clamp-2 break-words text-danger">
        {t('run.failedWhy', { where, why: words.why(problem) })}
      </span>
    )
  }
  if (wait === null) return null
  return (
    <span
      className={cn('mt-0.5 line-clamp-2 break-words', state === 'parked' ? 'text-warning' : 'text-muted')}
    >
      {wait}
    </span>
  )
}
