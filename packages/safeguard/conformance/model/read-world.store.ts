import type { StoredAuditRow } from '../../src/audit/verify-chain.ts'
import type { World } from './world.ts'

/** How many of the newest requests the steps still reach. */
const reached = 30

async function rowsOf(world: World, take?: number) {
  const ids = (take === undefined ? world.subjects : world.subjects.slice(-take)).map(({ id }) => id)
  return world.gate.ctx.db.approval.findMany({ where: { id: { in: ids } }, include: { decisions: true } })
}

/** The newest requests, with what said yes to each. */
export async function readRecent(world: World) {
  const rows = await rowsOf(world, reached)
  const grantIds = rows.flatMap(({ grantId }) => (grantId === null ? [] : [grantId]))
  const grants =
    grantIds.length === 0
      ? []
      : await world.gate.ctx.db.standingGrant.findMany({ where: { id: { in: grantIds } } })
  return rows.map((row) => ({ ...row, grant: grants.find(({ id }) => id === row.grantId) ?? null }))
}
export type StandingYes = Awaited<ReturnType<typeof readRecent>>[number]

export function readNewAudit(world: World, after: bigint): Promise<StoredAuditRow[]> {
  return world.gate.ctx.db.userAuditLog.findMany({ where: { seq: { gt: after } }, orderBy: { seq: 'asc' } })
}

/** Every request of a run, with the names of its events and audit rows. */
export async function readEnded(world: World) {
  const { db } = world.gate.ctx
  const rows = await rowsOf(world)
  const ids = rows.map(({ id }) => id)
  const audit = await db.userAuditLog.findMany({ where: { subjectId: { in: ids } } })
  const events = await db.$queryRaw<{ type: string; id: string }[]>`
    SELECT type, data->>'approvalId' AS id FROM events WHERE data->>'approvalId' = ANY(${ids})`
  return rows.map(({ id, state, executingAt, decisions }) => ({
    id,
    state,
    executingAt,
    kinds: decisions.map(({ kind }) => kind),
    audited: audit.filter(({ subjectId }) => subjectId === id).map(({ action }) => action),
    told: events.filter((event) => event.id === id).map(({ type }) => type),
  }))
}

/** Each run begins alike: everybody active, no delegation, no grant. */
export async function beginRun(world: World): Promise<void> {
  const { db } = world.gate.ctx
  world.subjects = []
  world.grants = []
  world.delegations = []
  world.offsetMs = 0
  await db.user.updateMany({ where: { isActive: false }, data: { isActive: true } })
  const [now, revokedBy] = [new Date(), 'the test']
  await db.delegation.updateMany({ where: { revokedAt: null }, data: { revokedAt: now, revokedBy } })
  await db.standingGrant.updateMany({
    where: { state: { in: ['active', 'requested'] } },
    data: { state: 'expired' },
  })
}
