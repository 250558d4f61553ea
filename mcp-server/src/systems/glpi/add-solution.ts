import type { GlpiClient } from './domain/client.ts'
import { storedText } from './match-written.ts'
import { writeOnce } from './write-once.ts'

/** Largest difference expected between the clocks of GLPI and of the Hub. */
const clockToleranceMs = 5 * 60_000

type Wanted = { ticketId: number; text: string }
type Since = { since: Date; signal: AbortSignal }

/**
 * Records a solution, never twice. Out: its id.
 * @throws ConflictError `glpi.refused` when the ticket is already solved
 */
export async function addSolution(
  glpi: GlpiClient,
  solution: Wanted,
  { now, signal }: { now: Date; signal: AbortSignal },
): Promise<number> {
  const { id } = await writeOnce({
    isKeyed: false,
    find: async () => (await findSolutions(glpi, solution, { since: now, signal })).recent[0],
    write: () => glpi.solutions.add(solution, signal),
  })
  return id
}

/** Was the solution recorded since? One of the same text from another time is no answer. */
export async function wasSolved(
  glpi: GlpiClient,
  solution: Wanted,
  when: Since,
): Promise<'yes' | 'no' | 'unknown'> {
  const { recent, older } = await findSolutions(glpi, solution, when)
  if (recent.length > 0) return 'yes'
  return older.length > 0 ? 'unknown' : 'no'
}

/**
 * Ids of the Hub's own solutions with this text: the client reads solutions, so they carry no marker.
 * A refused one is not meant: GLPI takes no second solution while one stands.
 */
async function findSolutions(glpi: GlpiClient, { ticketId, text }: Wanted, { since, signal }: Since) {
  const { rows } = await glpi.solutions.list(ticketId, signal)
  const same = rows.filter((row) => row.isOwn && row.status !== 'refused' && row.text === storedText(text))
  const from = new Date(since.getTime() - clockToleranceMs).toISOString()
  const isRecent = ({ at }: { at: string | null }) => at !== null && at >= from
  return {
    recent: same.filter(isRecent).map(({ id }) => id),
    older: same.filter((row) => !isRecent(row)).map(({ id }) => id),
  }
}
