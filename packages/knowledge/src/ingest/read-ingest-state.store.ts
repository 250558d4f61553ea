import { IngestRun, type IngestState } from '@hub/contracts'
import type { Db } from '@hub/prisma'
import { z } from 'zod'
import { problemText } from './document-reasons.ts'
import { storedProblem } from './file-state.store.ts'
import { isSilent } from './ingest-run.store.ts'

const recentRuns = 20

interface RunRow {
  id: string
  isSilent: boolean
  trigger: string
  startedBy: unknown
  state: string
  filesTotal: number | null
  filesDone: number
  currentFile: string | null
  added: number
  updated: number
  moved: number
  removed: number
  unchanged: number
  failed: number
  problems: unknown
  error: unknown
  startedAt: Date
  aliveAt: Date
  endedAt: Date | null
}

/** The run that goes on, in whatever process, with its progress, and the last ones. Throws errors of the database. */
export async function readIngestState({ db }: { db: Db }): Promise<IngestState> {
  const rows = await db.$queryRaw<RunRow[]>`
    SELECT id::text, trigger, started_by AS "startedBy", state, files_total AS "filesTotal",
      files_done AS "filesDone", current_file AS "currentFile", added, updated, moved, removed, unchanged, failed,
      problems, error, started_at AS "startedAt", alive_at AS "aliveAt", ended_at AS "endedAt",
      state = 'running' AND ${isSilent} AS "isSilent"
    FROM knowledge_ingest_runs ORDER BY started_at DESC, id LIMIT ${recentRuns}`
  const runs = rows.map(presentRun)
  return {
    current: runs.find(({ state }) => state === 'running') ?? null,
    recent: runs.filter(({ state }) => state !== 'running'),
  }
}

/** A run whose process is silent is interrupted, also before the next one marks it so. */
function presentRun(row: RunRow): IngestRun {
  const { isSilent, aliveAt, startedBy, startedAt, filesTotal, currentFile, problems, error, ...known } = row
  const endedAt = isSilent ? aliveAt : row.endedAt
  const failure = storedProblem(error)
  return IngestRun.parse({
    ...known,
    state: isSilent ? 'interrupted' : row.state,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString(),
    ...(startedBy !== null && { by: startedBy }),
    ...(filesTotal !== null && { filesTotal }),
    ...(currentFile !== null && { currentFile }),
    problems: presentProblems(problems),
    ...(failure && { error: problemText(failure) }),
  })
}

const Path = z.object({ path: z.string() })

function presentProblems(json: unknown): IngestRun['problems'] {
  return z
    .array(z.unknown())
    .parse(json)
    .flatMap((entry) => {
      const problem = storedProblem(entry)
      return problem ? [{ path: Path.parse(entry).path, ...problemText(problem) }] : []
    })
}
