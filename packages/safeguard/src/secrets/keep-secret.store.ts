import { sealSecret } from '@hub/kernel'
import type { SafeguardContext } from '../context.ts'

const keptForMs = 24 * 3_600_000

/** Seals a generated secret before the effect that uses it; it can be revealed once, for a day, after a success. */
export async function keepSecret(
  ctx: SafeguardContext,
  kept: { approvalId: string; key: string; secret: string },
): Promise<void> {
  const sealed = Uint8Array.from(sealSecret({ key: kept.key, context: kept.approvalId }, kept.secret))
  const expiresAt = new Date(ctx.clock.now().getTime() + keptForMs)
  await ctx.db.actionSecret.create({ data: { approvalId: kept.approvalId, sealed, expiresAt } })
}
