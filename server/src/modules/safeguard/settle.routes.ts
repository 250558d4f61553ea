import { VerdictInput } from '@hub/contracts'
import { assertMaySettle, giveVerdict, readApproval } from '@hub/safeguard'
import { Router } from 'express'
import type { ServerContext } from '../../context.ts'
import { localeOf } from '../../http/locale.ts'
import { validate } from '../../http/validate.ts'
import { askLook } from './ask-look.ts'
import { actorOf, approvalIdOf, presentFor } from './present-for.ts'
import { undoEffect } from './undo-effect.ts'

/** After the execution: settling an unknown outcome, taking an effect back. */
export function settleRoutes(ctx: ServerContext): Router {
  const router = Router()

  router.post('/:id/reconcile', async (req, res) => {
    const approvalId = approvalIdOf(req)
    const actor = actorOf(req)
    assertMaySettle(await readApproval(ctx.db, approvalId), actor)
    await askLook(ctx, { approvalId, actor })
    res.json(await presentFor(ctx, req, await readApproval(ctx.db, approvalId)))
  })
  router.post('/:id/verdict', async (req, res) => {
    const input = validate(VerdictInput, req.body)
    const command = { approvalId: approvalIdOf(req), actor: actorOf(req), input }
    res.json(await presentFor(ctx, req, await giveVerdict(ctx, command)))
  })
  router.post('/:id/undo', async (req, res) => {
    const row = await readApproval(ctx.db, approvalIdOf(req))
    res.json(await undoEffect(ctx, row, { actor: actorOf(req), locale: localeOf(req) }))
  })
  return router
}
