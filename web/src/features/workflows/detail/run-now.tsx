import type { WorkflowRunDetail } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { cn } from '../../../ui/class-names.ts'
import { Moment } from '../../../ui/moment.tsx'
import { toneClass } from '../../../ui/tone.ts'
import { runLook } from '../words/run-look.ts'
import { useRunWords } from '../words/use-run-words.ts'

/** The end of the timeline of a run that goes on: what it does or waits for, and since when. */
export function RunNow({ run }: { run: WorkflowRunDetail }) {
  const { t } = useTranslation('workflows')
  const words = useRunWords()
  const { tone, icon: Icon } = runLook[run.state]
  const doing = run.state === 'queued' ? t('timeline.queued') : t('timeline.running')
  return (
    <li className="flex gap-3">
      <Icon
        aria-hidden
        className={cn('mt-1.5 size-5 shrink-0 bg-canvas', toneClass[tone].ink)}
        strokeWidth={1.75}
      />
      <div className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3 py-1.5">
        <span className="font-medium">{words.wait(run) ?? doing}</span>
        <Moment at={run.updatedAt} className="text-muted text-sm" />
      </div>
    </li>
  )
}
