import type { DependencyHealth } from '@hub/contracts'
import type { SafeguardContext } from '@hub/safeguard'
import { claimDue, makeDue, presentState, readStates, recordLooks } from './health.store.ts'
import { judgeLook, type KnownState, type Look } from './judge-look.ts'
import { type HealthProbe, probeOnce } from './probe-once.ts'

type Name = DependencyHealth['name']

/** How often a process asks whether something is to be looked at, in milliseconds. */
const tickMs = 5_000
/** Looks that could not be recorded; the newest are kept. */
const mostUntold = 20

export interface HealthMonitor {
  /** What all processes tell; while the database is away, what this one told last. */
  report(): Promise<DependencyHealth[]>
  close(): Promise<void>
}

/**
 * Looks at every dependency now and then, one process for all, and keeps in the database since when each is in its
 * state. Looks at the database itself that could not be kept there are told once it is back.
 */
export function startHealthMonitor(ctx: SafeguardContext, probes: Record<Name, HealthProbe>): HealthMonitor {
  let last: DependencyHealth[] = []
  let database: KnownState | null = null
  let untold: Look[] = []
  const noteDatabase = (look: Look) => {
    database = judgeLook(database, look).known
    untold = [...untold, look].slice(-mostUntold)
  }
  const lookAt = async (name: Name) => {
    const look = await probeOnce(probes[name])
    if (name !== 'database') return recordLooks(ctx, name, [look])
    noteDatabase(look)
    await recordLooks(ctx, name, untold)
    untold = []
  }
  const tick = async () => {
    const names = Object.keys(probes) as Name[]
    const due = await claimDue(ctx.db, names).catch((err: unknown) => {
      ctx.log.error({ err }, 'nothing can be looked at without the database')
      return null
    })
    if (due === null) return noteDatabase(await probeOnce(probes.database))
    const looks = await Promise.allSettled(names.filter((name) => due.includes(name)).map(lookAt))
    for (const look of looks)
      if (look.status === 'rejected') ctx.log.error({ err: look.reason }, 'a look could not be recorded')
  }
  let inHand: Promise<void> | undefined
  const start = (work: () => Promise<void>) => {
    inHand ??= work()
      .catch((err: unknown) => ctx.log.error({ err }, 'health probe failed'))
      .finally(() => {
        inHand = undefined
      })
  }
  start(async () => {
    await makeDue(ctx.db).catch((err: unknown) => ctx.log.error({ err }, 'health is not looked at anew'))
    await tick()
  })
  const timer = setInterval(() => start(tick), tickMs)
  return {
    async report() {
      try {
        last = await readStates(ctx.db)
        return last
      } catch (err) {
        ctx.log.warn({ err }, 'health is told from memory')
        const told = last.filter(({ name }) => name !== 'database')
        return database ? [...told, presentState('database', database)] : told
      }
    },
    async close() {
      clearInterval(timer)
      await inHand
    },
  }
}
