import { LimitExceededError, type TokenUsage } from '@hub/contracts'
import type { Db, Tx } from '@hub/prisma'
import type { ServerContext } from '../../context.ts'
import { readMonth } from './usage/token-sums.store.ts'

/** Tokens of the user in the calendar month (UTC), from its running sum. */
export async function readTokenUsage(
  ctx: Pick<ServerContext, 'clock' | 'env'> & { db: Db | Tx },
  userId: string,
): Promise<TokenUsage> {
  const { month, renewsAt } = monthAt(ctx.clock.now())
  const { used, estimated, quota } = await readMonth(ctx.db, { userId, month })
  return {
    used,
    estimated: estimated > 0,
    quota: quota ?? ctx.env.CHAT_MONTHLY_TOKENS,
    renewsAt: renewsAt.toISOString(),
  }
}

/** The calendar month (UTC) of an instant, and when the next one begins. */
export function monthAt(now: Date): { month: Date; renewsAt: Date } {
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()]
  return { month: new Date(Date.UTC(year, month, 1)), renewsAt: new Date(Date.UTC(year, month + 1, 1)) }
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
  if (usage.used >= usage.quota) throw quotaSpent(ctx.clock.now())
}

/** Names the date of renewal. */
export function quotaSpent(now: Date): LimitExceededError {
  const { renewsAt } = monthAt(now)
  return new LimitExceededError('The monthly quota of tokens is spent', {
    reason: 'limit.tokens',
    params: { date: renewsAt.toISOString().slice(0, 10) },
    retryAfterSeconds: Math.ceil((renewsAt.getTime() - now.getTime()) / 1000),
  })
}
