import { type Db, Prisma } from '@hub/prisma'
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

/** Opens a run that has ended again, with the news that its steps from `step` on took. */
export async function reopenRun(
  db: Db,
  id: string,
  { step, now }: { step: number; now: Date },
): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.workflowRun.updateMany({
      where: { id },
      data: { state: 'queued', endedAt: null, problem: Prisma.DbNull, updatedAt: now },
    })
    await releaseSignals(tx, id, step)
  })
}
