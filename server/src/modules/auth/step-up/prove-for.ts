import { type StepUp, type StepUpMethod, type User, ValidationError } from '@hub/contracts'
import type { SafeguardContext } from '@hub/safeguard'
import type { ServerContext } from '../../../context.ts'
import { proveStepUp } from './prove-step-up.ts'
import { rehearse } from './rehearse.store.ts'

/**
 * Checks that the person of a session is there before `verb` gives power away: a session alone may be stolen. The
 * proof is looked at once everything else would count, so that no code is lost.
 * @throws what `verb` throws, ValidationError without a proof, and as `proveStepUp`
 */
export async function proveFor(
  ctx: ServerContext,
  user: User,
  asked: { stepUp: StepUp | undefined; verb: (gate: SafeguardContext) => Promise<unknown> },
): Promise<StepUpMethod> {
  await rehearse(ctx, asked.verb)
  if (asked.stepUp) return proveStepUp(ctx, user, asked.stepUp)
  throw new ValidationError('Prove that it is you: password or code', {
    reason: 'approval.step_up_missing',
    fields: [{ path: 'stepUp', message: 'is required' }],
  })
}
