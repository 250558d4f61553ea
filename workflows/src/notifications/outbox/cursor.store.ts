import { type Db, lastEventId } from '@hub/prisma'

function cursorName(channel: string): string {
  return `notifications:${channel}`
}

/** How far the channel has read; one that is new begins at the newest event, not with the past. */
export async function openCursor(db: Db, channel: string): Promise<number> {
  const name = cursorName(channel)
  const known = await db.eventCursor.findUnique({ where: { name } })
  if (known) return Number(known.lastId)
  await db.eventCursor.createMany({ data: { name, lastId: await lastEventId(db) }, skipDuplicates: true })
  return Number((await db.eventCursor.findUniqueOrThrow({ where: { name } })).lastId)
}

/** Moves a cursor forward, never back: several processes read at the same time. */
export async function moveCursor(db: Db, channel: string, lastId: number): Promise<void> {
  await db.eventCursor.updateMany({
    where: { name: cursorName(channel), lastId: { lt: lastId } },
    data: { lastId },
  })
}
