import { AppError } from '@hub/contracts'
import type { WorkflowsContext } from '../../context.ts'
import type { Topology } from '../group/topology.ts'
import type { SentinelOptions } from '../sentinel-options.ts'
import { readSources } from './read-sources.ts'
import { claimReading, readStoredTopology, type StoredTopology, storeTopology } from './topology.store.ts'

const lifeMs = 60 * 60_000
/** A reading that failed is repeated after this long; one that takes longer is given up by the others. */
const retryMs = 5 * 60_000
/** The same while notifications wait for the first one. */
const firstRetryMs = 60_000
const empty: Topology = { sites: [], devices: [] }
const parsed = new Map<number, Topology>()

/**
 * What hangs from what, at most about an hour old; older when the monitoring does not answer, and empty when it never
 * did. Null while another worker reads it for the first time.
 */
export async function topologyFor(ctx: WorkflowsContext, options: SentinelOptions): Promise<Topology | null> {
  const stored = await readStoredTopology(ctx.db)
  const now = ctx.clock.now()
  if (stored.topology !== null && isYounger(stored.readAt, now, lifeMs)) return sameObject(stored)
  const pauseMs = stored.topology === null ? firstRetryMs : retryMs
  if (isYounger(stored.triedAt, now, pauseMs)) return stored.topology === null ? null : sameObject(stored)
  if (!(await claimReading(ctx.db, { triedAt: stored.triedAt, now }))) return stored.topology
  try {
    const { topology, isWhole } = await readSources(ctx, options)
    // What is missing is asked for again soon.
    const readAt = isWhole ? now : new Date(now.getTime() - lifeMs + retryMs)
    await storeTopology(ctx.db, topology, readAt)
    return topology
  } catch (err) {
    if (!(err instanceof AppError)) throw err
    ctx.log.warn({ reason: err.reason }, 'the topology could not be read')
    if (stored.topology === null) await storeTopology(ctx.db, empty, new Date(0))
    return stored.topology ?? empty
  }
}

const isYounger = (at: Date | null, now: Date, ms: number) => at !== null && now.getTime() - at.getTime() < ms

/** Its parts are indexed by the object: the same reading is one object. */
function sameObject({ topology, readAt }: StoredTopology): Topology {
  const key = readAt?.getTime() ?? 0
  const known = parsed.get(key)
  if (known !== undefined) return known
  parsed.clear()
  const found = topology ?? empty
  parsed.set(key, found)
  return found
}
