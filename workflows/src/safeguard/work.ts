/** Named pieces of work, each at most once at a time. */
export interface Work {
  /** Starts a piece; while it runs, it is asked for again once more, not twice. */
  run(name: string, piece: () => Promise<unknown>): void
  /** Starts nothing more and waits for what runs. */
  stop(): Promise<void>
}

/** @param onFailure is told what a piece threw; the others go on */
export function createWork(onFailure: (error: unknown, name: string) => void): Work {
  const running = new Map<string, Promise<void>>()
  const again = new Map<string, () => Promise<unknown>>()
  let isStopping = false
  const run: Work['run'] = (name, piece) => {
    if (isStopping) return
    if (running.has(name)) {
      again.set(name, piece)
      return
    }
    const done = piece()
      .then(
        () => undefined,
        (error: unknown) => onFailure(error, name),
      )
      .finally(() => {
        running.delete(name)
        const next = again.get(name)
        again.delete(name)
        if (next) run(name, next)
      })
    running.set(name, done)
  }
  return {
    run,
    async stop() {
      isStopping = true
      while (running.size > 0) await Promise.all(running.values())
    },
  }
}
