import { localToInstant } from '../local-time.ts'
import type { GlpiClient } from './client/create-client.ts'
import { withoutMarker } from './format/marker.ts'
import { toPlainText, toRichText } from './format/rich-text.ts'

/** Largest difference expected between the clocks of GLPI and of the Hub. */
const clockToleranceMs = 5 * 60_000

/** Was the followup written? By its key, else by its text among those written since. */
export async function findFollowup(
  glpi: GlpiClient,
  {
    ticketId,
    content,
    idempotencyKey,
  }: { ticketId: number; content: string; idempotencyKey?: string | undefined },
  { startedAt, signal }: { startedAt: Date; signal: AbortSignal },
): Promise<boolean> {
  if (idempotencyKey !== undefined) {
    return (await glpi.followups.findByKey(ticketId, idempotencyKey, signal)) !== undefined
  }
  const { rows } = await glpi.followups.list(ticketId, signal)
  const text = toPlainText(toRichText(content))
  const since = new Date(startedAt.getTime() - clockToleranceMs).toISOString()
  return rows.some((row) => {
    const at = localToInstant(row.date ?? row.date_creation, glpi.timeZone)
    return at !== null && at >= since && withoutMarker(toPlainText(row.content)) === text
  })
}
