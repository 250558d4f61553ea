import type { ServerContext } from '../../../context.ts'
import { purgeFiles, unseenKeptMs } from './purge-files.store.ts'

const everyMs = 3_600_000

/**
 * Deletes files that nothing shows any more, now and every hour.
 * @returns ends it, after the deletion that may be under way
 */
export function startPurge(ctx: Pick<ServerContext, 'db' | 'clock' | 'log'>): () => Promise<void> {
  let purging: Promise<unknown> = Promise.resolve()
  const purge = () => {
    const before = new Date(ctx.clock.now().getTime() - unseenKeptMs)
    purging = purging
      .then(() => ctx.db.$transaction((tx) => purgeFiles(tx, { before })))
      .catch((err: unknown) => ctx.log.error({ err }, 'files that nothing shows not deleted'))
  }
  purge()
  const timer = setInterval(purge, everyMs)
  return async () => {
    clearInterval(timer)
    await purging
  }
}
