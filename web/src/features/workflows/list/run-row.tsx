import type { WorkflowRunSummary } from '@hub/contracts'
import { Link } from 'react-router'
import { cn } from '../../../ui/class-names.ts'
import { Moment } from '../../../ui/moment.tsx'
import { RunDuration } from '../words/run-duration.tsx'
import { runLink } from '../words/run-link.ts'
import { RunStateBadge } from '../words/run-state-badge.tsx'
import { TicketLink } from '../words/ticket-link.tsx'
import { TrialBadge } from '../words/trial-badge.tsx'
import { WorkflowMark, workflowTitle } from '../words/workflow-mark.tsx'
import { RunResult } from './run-result.tsx'
import { RunSituation } from './run-situation.tsx'

const cell = 'px-2 py-2 align-top max-md:px-0 max-md:py-0'

/** One run: how it stands and why, whom it is about, what came out. */
export function RunRow({ run }: { run: WorkflowRunSummary }) {
  const { id, workflow, title, state, isDryRun, ticketId, clientName, createdAt } = run
  return (
    <tr className="relative border-b hover:bg-hover max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-x-2 max-md:gap-y-1 max-md:py-2.5">
      <td className={cn(cell, 'whitespace-nowrap md:w-px max-md:order-2')}>
        <RunStateBadge state={state} />
      </td>
      <td className={cn(cell, 'max-md:order-1 max-md:w-full')}>
        <span className="flex min-w-0 items-start gap-x-2">
          <span title={workflowTitle(workflow)} className="mt-0.5 inline-flex shrink-0">
            <WorkflowMark workflow={workflow} />
            <span className="sr-only">{workflowTitle(workflow)}</span>
          </span>
          <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5">
            <Link to={runLink(id)} className="min-w-0 break-words font-medium after:absolute after:inset-0">
              {title}
            </Link>
            {isDryRun && <TrialBadge />}
          </span>
        </span>
        <RunSituation run={run} />
      </td>
      <td className={cn(cell, 'text-muted max-md:order-4 max-md:w-full')}>
        <span className="flex flex-wrap items-baseline gap-x-2">
          {clientName !== null && <span className="min-w-0 break-words">{clientName}</span>}
          {ticketId !== null && <TicketLink ticketId={ticketId} isShort />}
        </span>
      </td>
      <td className={cn(cell, 'max-lg:hidden')}>
        <RunResult run={run} />
      </td>
      <td className={cn(cell, 'whitespace-nowrap text-muted md:w-px max-md:order-3')}>
        <Moment at={createdAt} />
      </td>
      <td className={cn(cell, 'whitespace-nowrap text-right text-muted md:w-px max-lg:hidden')}>
        <RunDuration run={run} />
      </td>
    </tr>
  )
}
