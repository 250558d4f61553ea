import { BranchConversation, RegenerateMessage } from '@hub/contracts'
import { type Request, type RequestHandler, type Response, Router } from 'express'
import type { ServerContext } from '../../../context.ts'
import { perUserLimit } from '../../../http/per-user-limit.ts'
import { validate } from '../../../http/validate.ts'
import { signedIn } from '../../auth/index.ts'
import { ownMessage } from '../own-message.ts'
import type { RunRegistry } from '../run/run-registry.ts'
import type { StartedAnswer } from '../send-message.ts'
import { branchConversation } from './branch-conversation.ts'
import { regenerateAnswer } from './regenerate-answer.ts'

interface AnswerParts {
  registry: RunRegistry
  /** Answers cost the same however they are asked for: one limit for all. */
  limit: RequestHandler
  tell(req: Request, res: Response, answer: StartedAnswer): Promise<void>
}

const branchesPerMinute = 30

/** What goes on from one message: another answer, another conversation. */
export function messageBranchRoutes(ctx: ServerContext, { registry, limit, tell }: AnswerParts): Router {
  const router = Router()
  router.post('/:id/regenerate', limit, async (req, res) => {
    const input = validate(RegenerateMessage, req.body)
    const message = await ownMessage(ctx, req)
    const { user } = signedIn(req)
    await tell(req, res, await regenerateAnswer(ctx, registry, { user, message, input }))
  })
  const branches = perUserLimit(ctx, { name: 'branches', perMinute: branchesPerMinute })
  router.post('/:id/branch', branches, async (req, res) => {
    const input = validate(BranchConversation, req.body)
    const message = await ownMessage(ctx, req)
    res.status(201).json(await branchConversation(ctx, { user: signedIn(req).user, message, input }))
  })
  return router
}
