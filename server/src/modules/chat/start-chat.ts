import type { ServerContext } from '../../context.ts'
import { endSilentAnswers } from './message.store.ts'
import { followOutcomes } from './outcome/follow-outcomes.ts'
import { RunRegistry } from './run/run-registry.ts'

/** An answer whose process shows no life for this long is over. */
const silentAfterMs = 15_000

export interface ChatWork {
  registry: RunRegistry
  close(): Promise<void>
}

/** Starts what chat does in the background of requests. */
export function startChat(ctx: ServerContext): ChatWork {
  const registry = new RunRegistry()
  const stopFollowing = followOutcomes(ctx)
  const sweep = () => {
    const now = ctx.clock.now()
    endSilentAnswers(ctx.db, { aliveBefore: new Date(now.getTime() - silentAfterMs), now }).catch(
      (err: unknown) => ctx.log.error({ err }, 'silent answers not ended'),
    )
  }
  sweep()
  const timer = setInterval(sweep, silentAfterMs)
  return {
    registry,
    async close() {
      clearInterval(timer)
      await Promise.all([registry.close(), stopFollowing()])
    },
  }
}
