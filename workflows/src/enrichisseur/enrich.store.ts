import type { Db } from '@hub/prisma'

/** What the knowledge base took of a ticket. */
export interface Enriched {
  ticketId: number
  fingerprint: string
  decision: 'added' | 'merged' | 'rejected'
  /** Name of the rule. */
  reason: string
  documentId: string | null
  documentPath: string | null
  runId: string
}

const progressId = 1
/** How far the clocks of GLPI and of the Hub may be apart, in milliseconds. */
const clockErrorMs = 600_000

/** Until when the tickets were read; null before the first time. */
export async function readProgress(db: Db): Promise<Date | null> {
  return (await db.enrichmentProgress.findUnique({ where: { id: progressId } }))?.readUntil ?? null
}

/** Notes until when the tickets were read; never goes back. */
export async function saveProgress(db: Db, readUntil: Date): Promise<void> {
  await db.$executeRaw`
    INSERT INTO enrichment_progress AS p (id, read_until) VALUES (${progressId}, ${readUntil})
    ON CONFLICT (id) DO UPDATE SET read_until = greatest(p.read_until, excluded.read_until)`
}

/** What was read of a ticket when it was judged last; null when it never was. */
export async function findJudged(db: Db, ticketId: number): Promise<string | null> {
  const row = await db.enrichedTicket.findUnique({ where: { ticketId }, select: { fingerprint: true } })
  return row?.fingerprint ?? null
}

/** Those of some tickets that were judged so long after their last change that they have not changed since. */
export async function findJudgedSince(
  db: Db,
  tickets: readonly { ticketId: number; updatedAt: string | null }[],
): Promise<ReadonlySet<number>> {
  const ids = tickets.map(({ ticketId }) => ticketId)
  const rows = await db.enrichedTicket.findMany({
    where: { ticketId: { in: ids } },
    select: { ticketId: true, at: true },
  })
  const judgedAt = new Map(rows.map(({ ticketId, at }) => [ticketId, at.getTime()]))
  const isSettled = ({ ticketId, updatedAt }: { ticketId: number; updatedAt: string | null }) =>
    updatedAt !== null && (judgedAt.get(ticketId) ?? 0) > Date.parse(updatedAt) + clockErrorMs
  return new Set(tickets.filter(isSettled).map(({ ticketId }) => ticketId))
}

/** Notes what became of a ticket: where a case comes from, and why another is none. */
export async function saveEnriched(db: Db, { ticketId, ...row }: Enriched, at: Date): Promise<void> {
  const data = { ...row, at }
  await db.enrichedTicket.upsert({ where: { ticketId }, create: { ticketId, ...data }, update: data })
}

/** A case of ours that answers cited. */
export interface Cited {
  path: string
  title: string
  answers: number
}

/** How many answers cited which of the cases that tickets became, most cited first. */
export async function countCitations(db: Db, since: Date | null): Promise<Cited[]> {
  return db.$queryRaw<Cited[]>`
    SELECT d.path, d.title, count(DISTINCT m.id)::int AS answers
    FROM messages m
    CROSS JOIN LATERAL jsonb_array_elements(m.sources) AS source
    JOIN knowledge_documents d ON d.id::text = source->>'documentId'
    WHERE m.role = 'assistant' AND jsonb_typeof(m.sources) = 'array' AND m.sources <> '[]'
      AND m.created_at >= coalesce(${since}::timestamptz, '-infinity')
      AND d.path IN (SELECT document_path FROM enriched_tickets WHERE document_path IS NOT NULL)
    GROUP BY d.path, d.title ORDER BY answers DESC, d.path LIMIT 50`
}

/** Runs of the same workflow that are at work and began before this one. */
export async function countEarlierAtWork(db: Db, id: string): Promise<number> {
  const { createdAt } = await db.workflowRun.findUniqueOrThrow({ where: { id }, select: { createdAt: true } })
  return db.workflowRun.count({
    where: {
      workflow: 'enrichisseur',
      state: { in: ['queued', 'running', 'waiting'] },
      endedAt: null,
      OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }],
    },
  })
}

/** Whether a run exists. */
export async function hasRun(db: Db, id: string): Promise<boolean> {
  return (await db.workflowRun.findUnique({ where: { id }, select: { id: true } })) !== null
}
