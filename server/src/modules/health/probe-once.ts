import { AppError, type DependencyHealth } from '@hub/contracts'
import type { Look } from './judge-look.ts'

/** One look at a dependency: its state, or a thrown error for "down". */
export type HealthProbe = (signal: AbortSignal) => Promise<Pick<DependencyHealth, 'state' | 'detail'>>

const probeTimeoutMs = 5_000

/** Looks once, within 5 s; a fault of the dependency is what was found, never an error. */
export async function probeOnce(probe: HealthProbe): Promise<Look> {
  const startedAt = performance.now()
  const at = new Date()
  const done = (seen: Pick<DependencyHealth, 'state' | 'detail'>): Look => ({
    ...seen,
    latencyMs: seen.state === 'unconfigured' ? null : Math.round(performance.now() - startedAt),
    at,
  })
  try {
    return done(await answerWithin(probe))
  } catch (error) {
    return done({ state: 'down', detail: error instanceof AppError ? error.message : 'does not answer' })
  }
}

/** A probe that does not heed its signal, as a lost connection to the database does not, ends all the same. */
async function answerWithin(probe: HealthProbe): ReturnType<HealthProbe> {
  const signal = AbortSignal.timeout(probeTimeoutMs)
  const tooLate = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  return Promise.race([probe(signal), tooLate])
}
