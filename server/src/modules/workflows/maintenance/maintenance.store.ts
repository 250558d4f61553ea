import type { Db, Prisma, Tx } from '@hub/prisma'

const withPerson = { user: { select: { displayName: true } } } as const
export type WindowRow = Prisma.MaintenanceWindowGetPayload<{ include: typeof withPerson }>

export interface WindowsFilter {
  isPast: boolean
  now: Date
  after?: { at: Date; id: string } | undefined
  limit: number
}

/** Windows that end later, the next to end first; or those that have ended, the last first. */
export function findWindows(db: Db, { isPast, now, after, limit }: WindowsFilter): Promise<WindowRow[]> {
  const order = isPast ? 'desc' : 'asc'
  const further = isPast ? 'lt' : 'gt'
  return db.maintenanceWindow.findMany({
    where: {
      AND: [
        { endsAt: isPast ? { lte: now } : { gt: now } },
        after
          ? { OR: [{ endsAt: { [further]: after.at } }, { endsAt: after.at, id: { [further]: after.id } }] }
          : {},
      ],
    },
    orderBy: [{ endsAt: order }, { id: order }],
    take: limit,
    include: withPerson,
  })
}

export function readWindow(tx: Tx, id: string): Promise<WindowRow | null> {
  return tx.maintenanceWindow.findUnique({ where: { id }, include: withPerson })
}

export function insertWindow(
  tx: Tx,
  window: Prisma.MaintenanceWindowUncheckedCreateInput,
): Promise<WindowRow> {
  return tx.maintenanceWindow.create({ data: window, include: withPerson })
}

export function endWindow(tx: Tx, id: string, now: Date): Promise<WindowRow> {
  return tx.maintenanceWindow.update({ where: { id }, data: { endsAt: now }, include: withPerson })
}

export async function deleteWindow(tx: Tx, id: string): Promise<void> {
  await tx.maintenanceWindow.delete({ where: { id } })
}

/** Waits for who decides about notifications; nobody does until the transaction ends. */
export async function waitForDesk(tx: Tx): Promise<void> {
  await tx.$executeRaw`UPDATE sentinel_desk SET version = version + 1 WHERE id = 1`
}

/** Has everything that a maintenance holds decided again, by the windows that there are now. */
export async function reviewHeld(tx: Tx, now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE incoming_alerts SET held_until = ${now}
    WHERE held_until > ${now} AND decision->>'rule' = 'maintenance'`
}

/** The topology as SENTINEL has stored it. */
export function readStoredTopology(db: Db | Tx): Promise<{ topology: unknown; readAt: Date | null } | null> {
  return db.sentinelTopology.findUnique({ where: { id: 1 }, select: { topology: true, readAt: true } })
}
