import { type RunCommand, RunProblem, RunState, RunWait, type WorkflowRunSummary } from '@hub/contracts'
import type { CommandRow, RunRow } from './runs.store.ts'

/** A run as its readers see it. */
export function presentRun(row: RunRow): WorkflowRunSummary {
  const { id, workflow, title, isDryRun, ticketId, clientName, phase, category, verdict, confidence } = row
  return {
    ...{ id, workflow, title, isDryRun, ticketId, clientName, phase, category, verdict, confidence },
    state: RunState.parse(row.state),
    autoResolved: row.autoResolved,
    waitingFor: row.waitingFor === null ? null : RunWait.parse(row.waitingFor),
    waitUntil: row.waitUntil?.toISOString() ?? null,
    problem: row.problem === null ? null : RunProblem.parse(row.problem),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  }
}

const kinds = { cancel: 'cancel', retry: 'retry', hand_over: 'hand_over' } as const

export function presentCommand(row: CommandRow): RunCommand {
  const kind = kinds[row.kind as keyof typeof kinds]
  const { id, step, reason, problem } = row
  return {
    ...{ id, kind, step, reason, problem },
    by: row.user.displayName,
    at: row.at.toISOString(),
    doneAt: row.doneAt?.toISOString() ?? null,
  }
}
