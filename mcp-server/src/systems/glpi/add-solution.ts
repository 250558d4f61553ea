import type { GlpiClient } from './domain/client.ts'
import { storedText } from './match-written.ts'
import { writeOnce } from './write-once.ts'

/** Largest difference expected between the clocks of GLPI and of the Hub. */
const clockToleranceMs = 5 * 60_000

/**
 * Records a solution, never twice. Out: its id.
 * @throws ConflictError `glpi.refused` when the ticket is already solved
 */
export async function addSolution(
  glpi: GlpiClient,
  solution: { ticketId: number; text: string },
  { now, signal }: { now: Date; signal: AbortSignal },
): Promise<number> {
  const { id } = await writeOnce({
    isKeyed: false,
    find: () => findSolution(glpi, solution, { since: now, signal }),
    write: () => glpi.solutions.add(solution, signal),
  })
  return id
}

/**
 * The solution that the Hub recorded since, by its text: the client reads solutions, so they carry no marker.
 * A refused one is not it: GLPI takes no second solution while one stands.
 */
export async function findSolution(
  glpi: GlpiClient,
  { ticketId, text }: { ticketId: number; text: string },
  { since, signal }: { since: Date; signal: AbortSignal },
): Promise<number | undefined> {
  const { rows } = await glpi.solutions.list(ticketId, signal)
  const from = new Date(since.getTime() - clockToleranceMs).toISOString()
  return rows.find(
    (row) =>
      row.isOwn &&
      row.status !== 'refused' &&
      row.at !== null &&
      row.at >= from &&
      row.text === storedText(text),
  )?.id
}
