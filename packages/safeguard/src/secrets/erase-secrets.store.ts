import type { SafeguardContext } from '../context.ts'

/** Erases the ciphertext of secrets that nobody looked at in time. */
export async function eraseExpiredSecrets(ctx: SafeguardContext): Promise<number> {
  const { count } = await ctx.db.actionSecret.updateMany({
    where: { expiresAt: { lte: ctx.clock.now() }, sealed: { not: null } },
    data: { sealed: null },
  })
  return count
}
