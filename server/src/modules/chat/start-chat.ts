import type { ServerContext } from '../../context.ts'
import { followOutcomes } from './outcome/follow-outcomes.ts'
import { type ChatMetrics, createChatMetrics } from './run/chat-metrics.ts'
import { RunRegistry } from './run/run-registry.ts'
import { pruneBatches } from './streams/answer-events.store.ts'
import { AnswerLog } from './streams/answer-log.ts'
import { endSilentAnswers } from './streams/silent-answers.store.ts'

/** An answer whose process shows no life for this long is over; it shows life every two seconds. */
const silentAfterMs = 12_000
const sweepMs = 5_000
/** How long the events of an answer are kept: longer than an answer may take, and than a lost network. */
const eventsKeptMs = 15 * 60_000

export interface ChatWork {
  registry: RunRegistry
  metrics: ChatMetrics
  close(): Promise<void>
}

/** Starts what chat does in the background of requests. */
export function startChat(ctx: ServerContext): ChatWork {
  const metrics = createChatMetrics()
  const registry = new RunRegistry({ log: new AnswerLog(ctx), metrics })
  const stopFollowing = followOutcomes(ctx)
  let sweeping: Promise<unknown> = Promise.resolve()
  const sweep = () => {
    const now = ctx.clock.now()
    sweeping = sweeping
      .then(() => endSilentAnswers(ctx, { silentMs: silentAfterMs, now }))
      .catch((err: unknown) => ctx.log.error({ err }, 'silent answers not ended'))
      .then(() => pruneBatches(ctx.db, new Date(now.getTime() - eventsKeptMs)))
      .catch((err: unknown) => ctx.log.error({ err }, 'old answer events not deleted'))
  }
  sweep()
  const timer = setInterval(sweep, sweepMs)
  return {
    registry,
    metrics,
    async close() {
      clearInterval(timer)
      await Promise.all([registry.close(), stopFollowing(), sweeping])
    },
  }
}
