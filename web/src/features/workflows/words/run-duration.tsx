import type { WorkflowRunSummary } from '@hub/contracts'
import { formatDuration } from '../../../lib/time.ts'
import { useNow } from '../../../lib/use-now.ts'

/** From the start of a run to its end, or to now. */
export function RunDuration({ run }: { run: Pick<WorkflowRunSummary, 'createdAt' | 'endedAt'> }) {
  const now = useNow()
  const end = run.endedAt === null ? now.getTime() : Date.parse(run.endedAt)
  return <span className="tabular">{formatDuration(end - Date.parse(run.createdAt))}</span>
}
