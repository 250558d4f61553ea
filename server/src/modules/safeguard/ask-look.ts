import { AppError, ErrorCode, type UserActor } from '@hub/contracts'
import { longestCallMs, signAssertion } from '@hub/kernel'
import { z } from 'zod'
import type { ServerContext } from '../../context.ts'

const Refusal = z.object({
  error: z.object({
    code: ErrorCode,
    message: z.string(),
    reason: z.string().optional(),
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
})

/**
 * Asks the MCP server, which alone reaches the systems, to look again at an unknown outcome in the name of `actor`.
 * @throws AppError as the gate refused it; UPSTREAM_FAILED when it does not answer
 */
export async function askLook(
  ctx: ServerContext,
  look: { approvalId: string; actor: UserActor },
): Promise<void> {
  const { approvalId, actor } = look
  const url = new URL(`/approvals/${approvalId}/reconcile`, ctx.env.MCP_SERVER_URL)
  const token = signAssertion(ctx.env.MCP_ASSERTION_SECRET, { actor, locale: 'fr', approvalId })
  const answer = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(longestCallMs),
  }).catch((cause: unknown) => {
    throw unreachable(cause)
  })
  if (answer.ok) return
  const { error } = Refusal.safeParse(await answer.json().catch(() => null)).data ?? {}
  if (!error) throw unreachable(new Error(`HTTP ${answer.status}`))
  const { code, message, reason, params } = error
  throw new AppError(code, message, { ...(reason && { reason }), ...(params && { params }) })
}

function unreachable(cause: unknown): AppError {
  return new AppError('UPSTREAM_FAILED', 'The tools cannot be reached', { reason: 'outcome.no_look', cause })
}
