import type { Db, Prisma, Tx } from '@hub/prisma'
import type { Signal } from './wait.ts'

/** News for a run. `key` names it: told twice, it is one. */
export interface News {
  runId: string
  topic: string
  key: string
  body: Prisma.InputJsonValue
}

/**
 * Keeps news for a run, after whoever is about to put that run to sleep, so that none goes unseen.
 * @returns false when it was known, or the run is not
 */
export async function keepSignal(tx: Tx, { runId, topic, key, body }: News): Promise<boolean> {
  await tx.$executeRaw`SELECT 1 FROM workflow_runs WHERE id = ${runId} FOR UPDATE`
  const count = await tx.$executeRaw`
    INSERT INTO workflow_signals (run_id, topic, key, body, at)
    SELECT id, ${topic}, ${key}, ${JSON.stringify(body)}::jsonb, now() FROM workflow_runs WHERE id = ${runId}
    ON CONFLICT DO NOTHING`
  return count > 0
}

/** Which news a wait is about: `number` is the place of the wait among those of its run. */
export interface WaitedFor {
  runId: string
  number: number
  topics: readonly string[]
}

/** Whether there is news for a wait: new, or what it took before a crash. */
export async function hasSignal(db: Db | Tx, { runId, number, topics }: WaitedFor): Promise<boolean> {
  const found = await db.workflowSignal.findFirst({
    where: { runId, OR: [{ takenBy: number }, { takenBy: null, topic: { in: [...topics] } }] },
    select: { id: true },
  })
  return found !== null
}

/** The oldest news for a wait, taken by it; the same again when the step is repeated. Null when there is none. */
export async function takeSignal(
  db: Db,
  { runId, number, topics, step }: WaitedFor & { step: number },
): Promise<Signal | null> {
  const rows = await db.$queryRaw<{ topic: string; body: unknown; at: Date }[]>`
    UPDATE workflow_signals SET taken_by = ${number}, taken_at_step = ${step}
    WHERE id = (
      SELECT id FROM workflow_signals
      WHERE run_id = ${runId}
        AND (taken_by = ${number} OR (taken_by IS NULL AND topic = ANY(${[...topics]}::text[])))
      ORDER BY taken_by NULLS LAST, id LIMIT 1)
    RETURNING topic, body, at`
  const [row] = rows
  return row ? { topic: row.topic, body: row.body, at: row.at.toISOString() } : null
}

/** Gives back what steps from `step` on took: they are done again. */
export async function releaseSignals(tx: Tx, runId: string, step: number): Promise<void> {
  await tx.workflowSignal.updateMany({
    where: { runId, takenAtStep: { gte: step } },
    data: { takenBy: null, takenAtStep: null },
  })
}
