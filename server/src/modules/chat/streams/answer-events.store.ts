import type { Db, Tx } from '@hub/prisma'

/** Events of one answer in a row: `events` is the JSON array of those from `firstId` on. */
export interface EventBatch {
  messageId: string
  firstId: number
  lastId: number
  events: string
}

/**
 * Adds batches, of answers that nobody has ended, and says which of `writing` are not to be written on: one statement
 * for all answers of this process.
 */
export async function appendBatches(
  db: Db,
  work: { batches: EventBatch[]; writing: string[]; now: Date },
): Promise<{ closed: string[] }> {
  const { batches, writing, now } = work
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH added AS (
      INSERT INTO answer_events (message_id, first_id, last_id, events, at)
      SELECT b.message_id, b.first_id, b.last_id, b.events, ${now}
      FROM unnest(${batches.map((batch) => batch.messageId)}::uuid[], ${batches.map((batch) => batch.firstId)}::int[],
                  ${batches.map((batch) => batch.lastId)}::int[], ${batches.map((batch) => batch.events)}::text[])
           AS b(message_id, first_id, last_id, events)
      JOIN messages m ON m.id = b.message_id AND m.completed_at IS NULL
      ON CONFLICT DO NOTHING)
    SELECT id::text FROM messages WHERE id = ANY(${writing}::uuid[]) AND status <> 'streaming'`
  return { closed: rows.map(({ id }) => id) }
}

/** Saves the text so far of answers, and by the clock of the database that somebody is writing them. */
export async function saveProgress(db: Db, answers: { id: string; content: string }[]): Promise<void> {
  await db.$executeRaw`
    UPDATE messages m SET content = p.content, alive_at = now()
    FROM unnest(${answers.map(({ id }) => id)}::uuid[], ${answers.map(({ content }) => content)}::text[])
         AS p(id, content)
    WHERE m.id = p.id AND m.status = 'streaming'`
}

/** Adds one batch in the transaction that ends its answer. */
export async function insertBatch(tx: Tx, batch: EventBatch, now: Date): Promise<void> {
  await tx.answerEventBatch.create({ data: { ...batch, at: now } })
}

/** Batches that hold events after `lastId`, in order. */
export async function readBatches(
  db: Db | Tx,
  from: { messageId: string; lastId: number },
): Promise<EventBatch[]> {
  return db.answerEventBatch.findMany({
    where: { messageId: from.messageId, lastId: { gt: from.lastId } },
    orderBy: { lastId: 'asc' },
    select: { messageId: true, firstId: true, lastId: true, events: true },
  })
}

export async function hasBatches(db: Db, messageId: string): Promise<boolean> {
  return (await db.answerEventBatch.findFirst({ where: { messageId }, select: { lastId: true } })) !== null
}

/** Forgets the events of an answer: it is told from its record. */
export async function deleteBatches(tx: Tx, messageId: string): Promise<void> {
  await tx.answerEventBatch.deleteMany({ where: { messageId } })
}

/** Deletes batches written before an instant. @returns how many */
export async function pruneBatches(db: Db, before: Date): Promise<number> {
  const { count } = await db.answerEventBatch.deleteMany({ where: { at: { lt: before } } })
  return count
}
