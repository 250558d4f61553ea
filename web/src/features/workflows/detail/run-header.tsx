import type { WorkflowRunDetail } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { Moment } from '../../../ui/moment.tsx'
import { RunSituation } from '../list/run-situation.tsx'
import { RunDuration } from '../words/run-duration.tsx'
import { RunStateBadge } from '../words/run-state-badge.tsx'
import { TrialBadge } from '../words/trial-badge.tsx'
import { WorkflowMark, workflowTitle } from '../words/workflow-mark.tsx'

/** What the run is, how it stands and what it waits for. */
export function RunHeader({ run }: { run: WorkflowRunDetail }) {
  const { t } = useTranslation('workflows')
  const approvalId = run.waitingFor?.kind === 'approval' ? run.waitingFor.approvalId : undefined
  return (
    <header className="flex flex-col gap-1.5">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted text-sm">
        <WorkflowMark workflow={run.workflow} />
        <span className="font-medium">{workflowTitle(run.workflow)}</span>
        <Moment at={run.createdAt} />
        <span aria-hidden>·</span>
        <RunDuration run={run} />
        <span className="flex min-w-0 items-center">
          <code className="min-w-0 break-all text-faint text-xs">{run.id}</code>
          <CopyButton value={run.id} label={t('run.copyId')} />
        </span>
      </p>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="min-w-0 break-words font-semibold text-lg">{run.title}</h2>
        <RunStateBadge state={run.state} />
        {run.isDryRun && <TrialBadge />}
      </div>
      <div className="flex flex-wrap items-center gap-x-3 text-base">
        <RunSituation run={run} />
        {typeof approvalId === 'string' && (
          <Link
            to={`/safeguard/${encodeURIComponent(approvalId)}`}
            className="inline-flex min-h-8 items-center text-accent-ink text-sm underline underline-offset-2 max-md:min-h-11"
          >
            {t('run.openApproval')}
          </Link>
        )}
      </div>
    </header>
  )
}
