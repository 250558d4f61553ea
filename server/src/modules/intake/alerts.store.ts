import { randomUUID } from 'node:crypto'
import type { Db } from '@hub/prisma'
import type { IncomingAlert } from './incoming-alert.ts'

export interface KeptAlert {
  alertId: string
  duplicate: boolean
}

/** Keeps notifications, in one statement. @returns for each in its order, its id and whether it was known */
export async function keepAlerts(db: Db, alerts: readonly IncomingAlert[], now: Date): Promise<KeptAlert[]> {
  const ids = alerts.map(() => randomUUID())
  const rows = await db.$queryRaw<{ digest: string; id: string }[]>`
    WITH delivered AS (
      SELECT * FROM unnest(${ids}::uuid[], ${alerts.map(({ source }) => source)}::text[],
        ${alerts.map(({ digest }) => digest)}::text[], ${alerts.map(({ body }) => JSON.stringify(body))}::jsonb[])
        AS d(id, source, digest, body)),
    added AS (
      INSERT INTO incoming_alerts (id, source, digest, body, received_at)
      SELECT id, source, digest, body, ${now} FROM delivered ON CONFLICT (digest) DO NOTHING
      RETURNING digest, id)
    SELECT digest, id::text FROM added
    UNION ALL
    SELECT a.digest, a.id::text FROM incoming_alerts a JOIN delivered d ON d.digest = a.digest`
  const kept = new Map(rows.map(({ digest, id }) => [digest, id]))
  const missing = alerts.map(({ digest }) => digest).filter((digest) => !kept.has(digest))
  // Another process kept it in the same moment: this statement could not see it yet.
  for (const { digest, id } of await findKept(db, missing)) kept.set(digest, id)
  return alerts.map(({ digest }, index) => {
    const alertId = kept.get(digest)
    if (alertId === undefined) throw new Error('a notification was neither kept nor known')
    return { alertId, duplicate: alertId !== ids[index] }
  })
}

async function findKept(db: Db, digests: readonly string[]): Promise<{ digest: string; id: string }[]> {
  if (digests.length === 0) return []
  return db.incomingAlert.findMany({
    where: { digest: { in: [...digests] } },
    select: { digest: true, id: true },
  })
}
