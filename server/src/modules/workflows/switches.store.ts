import type { Db, Prisma, Tx } from '@hub/prisma'

const withPerson = { user: { select: { displayName: true } } } as const
export type SwitchRow = Prisma.WorkflowSwitchGetPayload<{ include: typeof withPerson }>

export function findSwitches(db: Db): Promise<SwitchRow[]> {
  return db.workflowSwitch.findMany({ include: withPerson })
}

export function saveSwitch(
  tx: Tx,
  change: {
    workflow: string
    isPaused?: boolean | undefined
    isDryRun?: boolean | undefined
    userId: string
    now: Date
  },
): Promise<SwitchRow> {
  const { workflow, isPaused, isDryRun, userId, now } = change
  const columns = {
    ...(isPaused !== undefined && { isPaused }),
    ...(isDryRun !== undefined && { isDryRun }),
    userId,
    changedAt: now,
  }
  return tx.workflowSwitch.upsert({
    where: { workflow },
    create: { workflow, ...columns },
    update: columns,
    include: withPerson,
  })
}

/** How many processes told of themselves lately, by the clock of the database, and when the last one did. */
export async function readWorkers(db: Db): Promise<{ count: number; seenAt: Date | null }> {
  const [row] = await db.$queryRaw<{ count: number; seenAt: Date | null }[]>`
    SELECT count(*) FILTER (WHERE seen_at > now() - interval '30 seconds')::int AS count, max(seen_at) AS "seenAt"
    FROM workflow_workers`
  return row ?? { count: 0, seenAt: null }
}
