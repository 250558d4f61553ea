import { WorkflowError } from '@hub/contracts'
import type { RunColumns } from './ended-run.ts'

/** Data of `workflow:error` for a run that has failed. */
export function failedRun(
  run: RunColumns,
  problem: { step: string | null; reason: string | null },
): WorkflowError {
  return errorOf(run, { state: 'failed', ...problem })
}

/** The same for a run that rests until a person lets it try again; `why` is what it waits for. */
export function parkedRun(run: RunColumns, why: Record<string, unknown>): WorkflowError {
  const [step, reason] = [textOf(why.step), textOf(why.reason)]
  return errorOf(run, { state: 'parked', step, reason })
}

function errorOf(run: RunColumns, what: Pick<WorkflowError, 'state' | 'step' | 'reason'>): WorkflowError {
  const { id: runId, workflow, ticketId, clientName: client, phase, isDryRun } = run
  const { state, step, reason } = what
  return WorkflowError.parse({ runId, workflow, ticketId, client, phase, isDryRun, state, step, reason })
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : null)
