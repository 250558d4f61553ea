import { AppError, ForbiddenError, httpStatusByCode } from '@hub/contracts'
import { type RequestHandler, Router } from 'express'
import { authenticate, type Credentials } from '../auth/authenticate.ts'
import type { GateContext } from '../gate/context.ts'
import { reconcileUnknown } from '../gate/reconcile-unknown.ts'

/**
 * `POST /approvals/:id/reconcile`: another look at an unknown outcome, for the Hub's own server. The signed assertion
 * names the person and that very request; it is no tool, so no model and no outside client can ask for it.
 */
export function reconcileRoutes(gate: GateContext, credentials: Credentials): Router {
  const router = Router()
  router.post(
    '/approvals/:id/reconcile',
    answerErrors(async (req, res) => {
      const approvalId = String(req.params.id)
      const { actor, approvalId: named } = await authenticate(credentials, req.headers.authorization)
      if (actor.type !== 'user' || named !== approvalId)
        throw new ForbiddenError('For the server of the Hub only', { reason: 'tool.actor' })
      const { state } = await reconcileUnknown(gate, { approvalId, actor })
      res.json({ state })
    }),
  )
  return router
}

function answerErrors(handler: RequestHandler): RequestHandler {
  return async (req, res, next) => {
    try {
      await handler(req, res, next)
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'UNAUTHORIZED') throw error
      const { code, message, reason, params } = error
      res.status(httpStatusByCode[code]).json({ error: { code, message, reason, params } })
    }
  }
}
