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

/** Processes that told of themselves lately, by the clock of the database. */
export async function countWorkers(db: Db): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM workflow_workers WHERE seen_at > now() - interval '30 seconds'`
  return row?.count ?? 0
}
