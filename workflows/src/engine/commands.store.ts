import { type Db, Prisma } from '@hub/prisma'
import { endStates } from './ended-run.ts'
import { releaseSignals } from './signals.store.ts'

export type CommandKind = 'cancel' | 'retry' | 'hand_over'

export interface OpenCommand {
  id: string
  runId: string
  kind: CommandKind
  step: number | null
  state: string
  turn: string
}

/** What people asked for and nobody has done yet, in order. */
export async function findCommands(db: Db): Promise<OpenCommand[]> {
  return db.$queryRaw<OpenCommand[]>`
    SELECT c.id::text, c.run_id AS "runId", c.kind, c.step, r.state, r.turn
    FROM workflow_commands c JOIN workflow_runs r ON r.id = c.run_id
    WHERE c.done_at IS NULL ORDER BY c.at, c.id LIMIT 100`
}

/** Notes that a command is carried out, or why it could not be. @returns false when another worker has done so */
export async function endCommand(
  db: Db,
  id: string,
  { now, problem }: { now: Date; problem: string | null },
): Promise<boolean> {
  const { count } = await db.workflowCommand.updateMany({
    where: { id, doneAt: null },
    data: { doneAt: now, problem },
  })
  return count === 1
}

/**
 * Opens a run that has ended again, with the news that its steps from `step` on took, and notes that the command is
 * carried out: both, so that it is done once.
 * @returns false when another worker has done so
 */
export async function reopenRun(
  db: Db,
  { id, runId }: Pick<OpenCommand, 'id' | 'runId'>,
  { step, now }: { step: number; now: Date },
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const done = await tx.workflowCommand.updateMany({ where: { id, doneAt: null }, data: { doneAt: now } })
    if (done.count === 0) return false
    const { count } = await tx.workflowRun.updateMany({
      where: { id: runId, state: { in: [...endStates] } },
      data: { state: 'queued', endedAt: null, problem: Prisma.DbNull, updatedAt: now },
    })
    if (count === 0) return false
    await releaseSignals(tx, runId, step)
    return true
  })
}

/**
 * From which step on a person last let a run try again, null for where it failed, and whether nothing has happened to
 * it since. Null when nobody did.
 */
export async function findRetried(
  db: Db,
  runId: string,
): Promise<{ step: number | null; isUntouched: boolean } | null> {
  const rows = await db.$queryRaw<{ step: number | null; isUntouched: boolean }[]>`
    SELECT c.step, c.done_at = r.updated_at AS "isUntouched"
    FROM workflow_commands c JOIN workflow_runs r ON r.id = c.run_id
    WHERE c.run_id = ${runId} AND c.kind = 'retry' AND c.done_at IS NOT NULL AND c.problem IS NULL
    ORDER BY c.at DESC, c.id DESC LIMIT 1`
  return rows[0] ?? null
}
