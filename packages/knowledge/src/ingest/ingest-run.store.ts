import { randomUUID } from 'node:crypto'
import { ConflictError, type IngestTrigger } from '@hub/contracts'
import { type Db, Prisma, type Tx } from '@hub/prisma'
import { problemSentence } from './document-reasons.ts'
import type { StoredProblem } from './file-state.store.ts'
import type { IngestReport } from './ingest-folder.ts'

/** A run whose process is silent has lost it. Times are those of the database: replicas' clocks differ. */
export const isSilent = Prisma.sql`alive_at < now() - interval '15 seconds'`
const runsKept = 50
const problemsKept = 100

/** Who asked for a run. */
export interface RunStarter {
  userId: string
  displayName: string
}

/** How far a run has come. */
export interface RunProgress {
  filesTotal: number | undefined
  filesDone: number
  currentFile: string | undefined
  report: IngestReport
}

/**
 * Begins a run, the only one of all processes; runs whose process died are marked as interrupted.
 * @throws ConflictError `knowledge.ingestion_running`
 */
export async function claimRun(
  db: Db,
  { trigger, by }: { trigger: IngestTrigger; by?: RunStarter | undefined },
): Promise<string> {
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('knowledge ingestion', 0))`
    await interrupt(tx, isSilent)
    if ((await tx.knowledgeIngestRun.count({ where: { state: 'running' } })) > 0) throw alreadyRunning()
    const id = randomUUID()
    await tx.$executeRaw`
      INSERT INTO knowledge_ingest_runs (id, trigger, started_by, state, started_at, alive_at)
      VALUES (${id}::uuid, ${trigger}, ${by ? JSON.stringify(by) : null}::jsonb, 'running', now(), now())`
    await tx.$executeRaw`
      DELETE FROM knowledge_ingest_runs WHERE id NOT IN (
        SELECT id FROM knowledge_ingest_runs ORDER BY started_at DESC, id LIMIT ${runsKept})`
    return id
  })
}

function alreadyRunning(): ConflictError {
  const reason = 'knowledge.ingestion_running'
  return new ConflictError(problemSentence(reason, {}).en, { reason })
}

/** Marks every running run as interrupted: for a process that knows that it is the only one, at its start. */
export async function interruptRuns(db: Db): Promise<number> {
  return interrupt(db, Prisma.sql`TRUE`)
}

async function interrupt(db: Db | Tx, which: Prisma.Sql): Promise<number> {
  return db.$executeRaw`
    UPDATE knowledge_ingest_runs SET state = 'interrupted', ended_at = now()
    WHERE state = 'running' AND ${which}`
}

/** Says that a run goes on, and how far it has come; false when it is not this process's to go on with any more. */
export async function tellProgress(db: Db, id: string, progress: RunProgress): Promise<boolean> {
  const rows = await db.$executeRaw`
    UPDATE knowledge_ingest_runs SET alive_at = now(), ${progressColumns(progress)}
    WHERE id = ${id}::uuid AND state = 'running'`
  return rows === 1
}

/** Ends a run; one that was taken away meanwhile stays as it is. */
export async function endRun(
  db: Db,
  id: string,
  end: { state: 'done' | 'failed' | 'interrupted'; progress: RunProgress; error?: StoredProblem | undefined },
): Promise<void> {
  const { state, progress, error } = end
  await db.$executeRaw`
    UPDATE knowledge_ingest_runs SET state = ${state}, ended_at = now(), alive_at = now(),
      error = ${error ? JSON.stringify(error) : null}::jsonb, ${progressColumns(progress)}
    WHERE id = ${id}::uuid AND state = 'running'`
}

function progressColumns({ filesTotal, filesDone, currentFile, report }: RunProgress): Prisma.Sql {
  const { added, updated, moved, removed, unchanged, failed } = report
  const problems = failed.slice(0, problemsKept).map(({ path, reason, params }) => ({ path, reason, params }))
  return Prisma.sql`files_total = ${filesTotal ?? null}::int, files_done = ${filesDone}::int,
    current_file = ${currentFile ?? null}, added = ${added}::int, updated = ${updated}::int, moved = ${moved}::int,
    removed = ${removed}::int, unchanged = ${unchanged}::int, failed = ${failed.length}::int,
    problems = ${JSON.stringify(problems)}::jsonb`
}

/** Keeps a run from being taken away until the transaction ends. Throws when it was. */
export async function holdRun(tx: Tx, id: string): Promise<void> {
  const held = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM knowledge_ingest_runs WHERE id = ${id}::uuid AND state = 'running' FOR SHARE`
  if (held.length === 0) throw new RunLost(id)
}

/** True when a run that began at most so many milliseconds ago was carried through. */
export async function wasRunSince(db: Db, agoMs: number): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM knowledge_ingest_runs
    WHERE state = 'done' AND started_at >= now() - ${agoMs}::float8 * interval '1 millisecond' LIMIT 1`
  return rows.length > 0
}

/** Another process took this one for dead and marked its run as interrupted. */
export class RunLost extends Error {
  override name = 'RunLost'

  constructor(id: string) {
    super(`The ingestion run ${id} was taken away`)
  }
}
