/** Pauses between the tries of what failed, each by its name: longer each time, so that nothing is hammered. */
export interface Pauses {
  isDue(name: string): boolean
  /** It failed: the next try comes after a pause, twice as long as the one before. */
  failed(name: string): void
  /** It needs no further try. */
  done(name: string): void
}

const firstMs = 1_000
const longestMs = 60_000
/** What ended elsewhere is forgotten after this long. */
const forgetMs = 10 * longestMs

/** @param now a clock that never goes back, in milliseconds */
export function createPauses(now: () => number = () => performance.now()): Pauses {
  const paused = new Map<string, { until: number; ms: number }>()
  return {
    isDue: (name) => now() >= (paused.get(name)?.until ?? 0),
    failed(name) {
      for (const [other, { until }] of paused) if (now() - until > forgetMs) paused.delete(other)
      const before = paused.get(name)?.ms
      const ms = before === undefined ? firstMs : Math.min(2 * before, longestMs)
      paused.set(name, { until: now() + ms, ms })
    },
    done: (name) => void paused.delete(name),
  }
}
