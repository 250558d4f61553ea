import { LimitExceededError, type TokenUsage } from '@hub/contracts'
import type { Db, Tx } from '@hub/prisma'
import type { ServerContext } from '../../context.ts'
import { readMonth } from './usage/token-sums.store.ts'

/** Tokens of the user in the calendar month (UTC), from its running sum. */
export async function readTokenUsage(
  ctx: Pick<ServerContext, 'clock' | 'env'> & { db: Db | Tx },
  userId: string,
): Promise<TokenUsage> {
  const now = ctx.clock.now()
  const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1))
  const renewsAt = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1))
  const { used, estimated, quota } = await readMonth(ctx.db, { userId, month })
  return {
    used,
    estimated: estimated > 0,
    quota: quota ?? ctx.env.CHAT_MONTHLY_TOKENS,
    renewsAt: renewsAt.toISOString(),
  }
}

/** Would `spent` tokens more end the quota of the user? */
export async function isQuotaSpent(
  ctx: ServerContext,
  { userId, spent }: { userId: string; spent: number },
): Promise<boolean> {
  const { used, quota } = await readTokenUsage(ctx, userId)
  return used + spent >= quota
}

/** @throws LimitExceededError with the date of renewal when the quota is spent */
export async function assertQuota(
  ctx: ServerContext,
  { db, userId }: { db: Db | Tx; userId: string },
): Promise<void> {
  const usage = await readTokenUsage({ ...ctx, db }, userId)
  if (usage.used < usage.quota) return
  const waitMs = new Date(usage.renewsAt).getTime() - ctx.clock.now().getTime()
  throw new LimitExceededError('The monthly quota of tokens is spent', {
    reason: 'limit.tokens',
    params: { date: usage.renewsAt.slice(0, 10) },
    retryAfterSeconds: Math.ceil(waitMs / 1000),
  })
}
