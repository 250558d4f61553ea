import { BreakGlassInput, ReviewBreakGlassInput } from '@hub/contracts'
import { assertBreakable, breakGlass, reviewBreakGlass } from '@hub/safeguard'
import { Router } from 'express'
import type { ServerContext } from '../../context.ts'
import { validate } from '../../http/validate.ts'
import { proveStepUp, signedIn } from '../auth/index.ts'
import { actorOf, approvalIdOf, presentFor } from './present-for.ts'

/** Breaking the glass and its review; who may is the gate's own rule. */
export function breakGlassRoutes(ctx: ServerContext): Router {
  const router = Router()

  router.post('/:id/break-glass', ctx.proofLimits, async (req, res) => {
    const { stepUp, ...input } = validate(BreakGlassInput, req.body)
    const command = { approvalId: approvalIdOf(req), actor: actorOf(req), input }
    // A code is used up by its check: only once everything else would count.
    await assertBreakable(ctx, command)
    const provedBy = await proveStepUp(ctx, signedIn(req).user, stepUp)
    res.json(await presentFor(ctx, req, await breakGlass(ctx, { ...command, provedBy })))
  })
  router.post('/:id/break-glass/review', async (req, res) => {
    const input = validate(ReviewBreakGlassInput, req.body)
    const command = { approvalId: approvalIdOf(req), actor: actorOf(req), input }
    res.json(await presentFor(ctx, req, await reviewBreakGlass(ctx, command)))
  })
  return router
}
