import { LimitExceededError } from '@hub/contracts'
import type { Tx } from '@hub/prisma'

/** Answers that are written at once for one person: each may spend what is left of the quota. */
export const mostAnswers = 3

/**
 * Makes sure that one more answer may start; others of the same person wait until the transaction has ended.
 * @throws LimitExceededError while as many are being written as may be
 */
export async function assertParallelAnswers(tx: Tx, userId: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`answers:${userId}`}, 0))::text`
  const count = await tx.message.count({ where: { status: 'streaming', conversation: { userId } } })
  if (count < mostAnswers) return
  throw tooManyAnswers()
}

export function tooManyAnswers(): LimitExceededError {
  return new LimitExceededError('Too many answers are being written', {
    reason: 'limit.answers',
    params: { most: mostAnswers },
  })
}
