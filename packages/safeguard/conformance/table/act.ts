import type { UserActor } from '@hub/contracts'
import { approveRequest } from '../../src/approvals/approve-request.ts'
import { cancelRequest } from '../../src/approvals/cancel-request.ts'
import { consumeApproval } from '../../src/approvals/consume-approval.ts'
import { deferRequest } from '../../src/approvals/defer-request.ts'
import { expireDue } from '../../src/approvals/expire-due.ts'
import { recordOutcome } from '../../src/approvals/record-outcome.ts'
import { rejectRequest } from '../../src/approvals/reject-request.ts'
import { requestApproval } from '../../src/approvals/request-approval.ts'
import { breakGlass } from '../../src/break-glass/break-glass.ts'
import { addComment } from '../../src/comments/add-comment.ts'
import type { SafeguardContext } from '../../src/context.ts'
import { giveVerdict } from '../../src/outcomes/give-verdict.ts'
import { recordLook } from '../../src/outcomes/record-look.ts'
import type { Event, Role } from './cells.ts'
import { type Made, reason, told } from './make-request.ts'
import type { Cast } from './people.ts'

/** Does one event with the package's verb, as this role; callers that ignore the types reach the same verbs. */
export function act(
  ctx: SafeguardContext,
  cast: Cast,
  { event, role, made }: { event: Event; role: Role; made: Made },
): Promise<unknown> {
  const { id: approvalId, digest } = made
  const actor = cast.of[role] as UserActor
  const onBehalfOf = role === 'requesterDelegate' ? { onBehalfOf: cast.user('requester').userId } : {}
  const input = { digest, reason, ...onBehalfOf }
  const end = (state: 'executed' | 'failed' | 'unknown') =>
    recordOutcome(ctx, { approvalId, state, actor, summary: told, verification: null })
  switch (event) {
    case 'approve':
      return approveRequest(ctx, { approvalId, actor, input, provedBy: 'password' })
    case 'reject':
      return rejectRequest(ctx, { approvalId, actor, input })
    case 'defer': {
      const until = new Date(ctx.clock.now().getTime() + 600_000).toISOString()
      return deferRequest(ctx, { approvalId, actor, input: { ...input, until } })
    }
    case 'cancel':
      return cancelRequest(ctx, { approvalId, actor, input: { digest } })
    case 'break_glass':
      return breakGlass(ctx, { approvalId, actor, input: { digest, reason }, provedBy: 'password' })
    case 'grant':
      return requestApproval(ctx, made.request)
    case 'verdict':
      return giveVerdict(ctx, { approvalId, actor, input: { digest, reason, verdict: 'executed' } })
    case 'reconcile':
      return recordLook(ctx, { approvalId, actor, answer: 'yes' })
    case 'comment':
      return addComment(ctx, { approvalId, actor, input: { body: 'Is it the right person?' } })
    case 'expire':
      return expireDue(ctx)
    case 'consume':
      return consumeApproval(ctx, { ...made.action, executor: actor })
    case 'finish_executed':
      return end('executed')
    case 'finish_failed':
      return end('failed')
    case 'finish_unknown':
      return end('unknown')
  }
}
