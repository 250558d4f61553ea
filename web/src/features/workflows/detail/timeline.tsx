import { hasAccreditation, type WorkflowRunDetail } from '@hub/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../lib/session.ts'
import { Section } from '../../../page/section.tsx'
import { steeringOf } from '../steer/possible-steering.ts'
import { isEnded } from '../words/run-look.ts'
import { isTechnical, readTimeline } from './read-timeline.ts'
import { RunNow } from './run-now.tsx'
import { StepRow } from './step-row.tsx'

/** The server gives no more of them. */
const mostSteps = 500

/** The recorded steps in their order, and what happens now. */
export function Timeline({ run }: { run: WorkflowRunDetail }) {
  const { t } = useTranslation('workflows')
  const { user } = useMe()
  const [isWhole, setIsWhole] = useState(false)
  const { canRetryFrom, isBusy } = steeringOf(run)
  const mayRedo = canRetryFrom && hasAccreditation(user.accreditation, 'N3')
  const hidden = run.steps.filter(isTechnical).length
  const steps = readTimeline(run.steps, isWhole)
  return (
    <Section
      title={t('timeline.title')}
      actions={
        hidden > 0 && (
          <label className="flex min-h-8 items-center gap-2 text-muted text-sm max-md:min-h-11">
            <input
              type="checkbox"
              checked={isWhole}
              onChange={(event) => setIsWhole(event.target.checked)}
              className="size-4 accent-accent"
            />
            {t('timeline.technical')}
            <span className="tabular">({hidden})</span>
          </label>
        )
      }
    >
      {run.steps.length === 0 && isEnded(run.state) && (
        <p className="text-muted text-sm">{t('timeline.empty')}</p>
      )}
      {run.steps.length >= mostSteps && (
        <p className="text-muted text-sm">{t('timeline.cut', { count: mostSteps })}</p>
      )}
      <ol className="flex flex-col">
        {steps.map((step) => (
          <StepRow key={step.number} step={step} redo={mayRedo ? { runId: run.id, isBusy } : null} />
        ))}
        {!isEnded(run.state) && <RunNow run={run} />}
      </ol>
    </Section>
  )
}
