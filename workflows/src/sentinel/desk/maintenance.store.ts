import type { Tx } from '@hub/prisma'
import type { MaintenanceWindow } from '../group/incident.ts'

/** Works that ended before may still explain what fails now, and hold what came during them. */
const lookBackMs = 24 * 60 * 60_000

/** Planned works that go on, have ended lately or begin within a day. */
export async function readMaintenance(
  db: Pick<Tx, 'maintenanceWindow'>,
  now: Date,
): Promise<MaintenanceWindow[]> {
  const rows = await db.maintenanceWindow.findMany({
    where: {
      endsAt: { gt: new Date(now.getTime() - lookBackMs) },
      startsAt: { lt: new Date(now.getTime() + lookBackMs) },
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ label, startsAt, endsAt, sites, devices, isEverything, by }) => ({
    id: label,
    from: startsAt.toISOString(),
    to: endsAt.toISOString(),
    by: by === 'provider' || by === 'client' ? by : 'us',
    ...(!isEverything && { sites, devices }),
  }))
}
