import { AppError, type DependencyHealth } from '@hub/contracts'
import type { Logger } from '@hub/kernel'

/** One look at a dependency: its state, or a thrown error for "down". */
export type HealthProbe = (signal: AbortSignal) => Promise<Pick<DependencyHealth, 'state' | 'detail'>>

const periodMs = 30_000
const probeTimeoutMs = 5_000

export interface HealthMonitor {
  report(): DependencyHealth[]
  close(): void
}

/** Looks at every dependency now and then, and remembers since when each is in its state. */
export function startHealthMonitor(
  probes: Partial<Record<DependencyHealth['name'], HealthProbe>>,
  log: Logger,
): HealthMonitor {
  const known = new Map<string, DependencyHealth>()
  const look = async (name: DependencyHealth['name'], probe: HealthProbe) => {
    const seen = await probeOnce(name, probe)
    const before = known.get(name)
    const isSame = before?.state === seen.state
    if (before && !isSame)
      log.warn({ dependency: name, from: before.state, to: seen.state }, 'health changed')
    known.set(name, isSame ? { ...seen, since: before.since } : seen)
  }
  const lookAtAll = () => {
    for (const [name, probe] of Object.entries(probes))
      look(name as DependencyHealth['name'], probe).catch((err: unknown) =>
        log.error({ err }, 'health probe failed'),
      )
  }
  lookAtAll()
  const timer = setInterval(lookAtAll, periodMs)
  return { report: () => [...known.values()], close: () => clearInterval(timer) }
}

async function probeOnce(name: DependencyHealth['name'], probe: HealthProbe): Promise<DependencyHealth> {
  const startedAt = performance.now()
  const checkedAt = new Date().toISOString()
  const done = (seen: Pick<DependencyHealth, 'state' | 'detail'>): DependencyHealth => ({
    name,
    ...seen,
    latencyMs: seen.state === 'unconfigured' ? null : Math.round(performance.now() - startedAt),
    since: checkedAt,
    checkedAt,
  })
  try {
    return done(await probe(AbortSignal.timeout(probeTimeoutMs)))
  } catch (error) {
    return done({ state: 'down', detail: error instanceof AppError ? error.message : 'does not answer' })
  }
}
