import { DependencyHealth, HealthChange } from '@hub/contracts'
import { type Db, Prisma } from '@hub/prisma'
import { inTransaction, type SafeguardContext } from '@hub/safeguard'
import { judgeLook, type KnownState, type Look } from './judge-look.ts'

type Name = DependencyHealth['name']
const State = DependencyHealth.shape.state

/** While one process looks, the others do not, in milliseconds. */
const leaseMs = 15_000
const calmMs = 30_000
/** A state in doubt is looked at again soon. */
const doubtMs = 5_000

/** Takes the dependencies whose time to be looked at has come, by the clock of the database. */
export async function claimDue(db: Db, names: readonly string[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    INSERT INTO dependency_states (name, next_look_at)
    SELECT name, now() + ${leaseMs} * interval '1 millisecond' FROM unnest(${[...names]}::text[]) AS name
    ON CONFLICT (name) DO UPDATE SET next_look_at = excluded.next_look_at
    WHERE dependency_states.next_look_at <= now()
    RETURNING name`
  return rows.map(({ name }) => name)
}

/** Makes everything due: a process that begins may be set up in another way than the one before. */
export async function makeDue(db: Db): Promise<void> {
  await db.$executeRaw`UPDATE dependency_states SET next_look_at = now()`
}

/** Adds looks, oldest first, to what is known of a dependency; each change is told in the same transaction. */
export async function recordLooks(ctx: SafeguardContext, name: Name, looks: readonly Look[]): Promise<void> {
  await inTransaction(ctx, async ({ tx, emit }) => {
    const [row] = await tx.$queryRaw<Row[]>`${rowsSql} WHERE name = ${name} FOR UPDATE`
    let known = row ? knownState(row) : null
    for (const look of looks) {
      const judged = judgeLook(known, look)
      known = judged.known
      const { state: to, detail, latencyMs, since } = known
      if (judged.from === null) continue
      ctx.log.warn({ dependency: name, from: judged.from, to }, 'health changed')
      const data = { name, from: judged.from, to, detail, latencyMs, since: since.toISOString() }
      emit('workflow:health_change', HealthChange.parse(data))
    }
    if (!known) return
    const { at: checkedAt, ...told } = known
    const nextLookAt = new Date(Date.now() + (known.doubts > 0 ? doubtMs : calmMs))
    const data = { ...told, checkedAt, nextLookAt }
    await tx.dependencyState.upsert({ where: { name }, create: { name, ...data }, update: data })
  })
}

/** What is told of the dependencies that were looked at. */
export async function readStates(db: Db): Promise<DependencyHealth[]> {
  const rows = await db.$queryRaw<Row[]>`${rowsSql} WHERE state IS NOT NULL ORDER BY name`
  return rows.flatMap((row) => {
    const name = DependencyHealth.shape.name.safeParse(row.name)
    const known = knownState(row)
    return name.success && known ? [presentState(name.data, known)] : []
  })
}

export function presentState(
  name: Name,
  { state, detail, latencyMs, since, at }: KnownState,
): DependencyHealth {
  return { name, state, detail, latencyMs, since: since.toISOString(), checkedAt: at.toISOString() }
}

interface Row extends Omit<KnownState, 'state' | 'since' | 'at'> {
  name: string
  state: string | null
  since: Date | null
  at: Date | null
}

const rowsSql = Prisma.sql`
  SELECT name, state, detail, latency_ms AS "latencyMs", since, checked_at AS at, doubts,
    doubts_since AS "doubtsSince" FROM dependency_states`

function knownState({ state, since, at, ...row }: Row): KnownState | null {
  if (state === null || since === null || at === null) return null
  return { ...row, state: State.parse(state), since, at }
}
