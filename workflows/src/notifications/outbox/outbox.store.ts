import type { Db } from '@hub/prisma'

/** Keeps messages to send; each event is taken once per channel. @returns how many are new */
export async function insertDeliveries(
  db: Db,
  told: { channel: string; rows: { eventId: number; approvalId: string | null }[]; dueAt: Date },
): Promise<number> {
  const { channel, rows, dueAt } = told
  if (rows.length === 0) return 0
  const data = rows.map((row) => ({ ...row, channel, state: 'waiting', dueAt }))
  return (await db.notificationDelivery.createMany({ data, skipDuplicates: true })).count
}

/** A message that this process holds until `leasedTo`. */
export interface Claimed {
  id: string
  eventId: number
  approvalId: string | null
  /** This one included. */
  tries: number
  lastError: string | null
  leasedTo: Date
}

/** How a try ended; columns as they stand afterwards. */
export type Ending =
  | { state: 'sent'; sentAt: Date; lastError: string | null }
  | { state: 'waiting'; dueAt: Date; lastError: string }
  | { state: 'given_up'; lastError: string }

/**
 * Writes how a try ended, unless the lease ran out and somebody else took the message.
 * @param at instant of the attempt, which the limit per minute counts; null when nothing was sent
 * @returns false when the message is not ours any more
 */
export async function endTry(db: Db, { id, leasedTo }: Claimed, end: Ending & { at: Date | null }) {
  const { at, ...columns } = end
  const { count } = await db.notificationDelivery.updateMany({
    where: { id, leasedTo, state: 'waiting' },
    data: { ...columns, leasedTo: at },
  })
  return count === 1
}

/** Nothing of a channel goes out before `until`: its receiver asked for a pause. */
export async function holdChannel(db: Db, channel: string, until: Date): Promise<void> {
  await db.notificationDelivery.updateMany({
    where: { channel, state: 'waiting', dueAt: { lt: until } },
    data: { dueAt: until },
  })
}

/** Forgets messages that are done for long and whose events will not be read again. */
export async function pruneDeliveries(db: Db, old: { channel: string; before: Date; belowId: number }) {
  const { channel, before, belowId } = old
  await db.notificationDelivery.deleteMany({
    where: { channel, state: { not: 'waiting' }, dueAt: { lt: before }, eventId: { lte: belowId } },
  })
}
