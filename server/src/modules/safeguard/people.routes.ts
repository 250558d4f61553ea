import { CommentInput, PreviewSeenInput } from '@hub/contracts'
import { addComment, listComments, lookAtRequest, lookAway, seePreview } from '@hub/safeguard'
import { type Request, Router } from 'express'
import type { ServerContext } from '../../context.ts'
import { validate } from '../../http/validate.ts'
import { actorOf, approvalIdOf, presentFor } from './present-for.ts'

/** What people do around a request, besides deciding: look, see the whole preview, talk. */
export function peopleRoutes(ctx: ServerContext): Router {
  const router = Router()
  const lookingOf = (req: Request) => ({ approvalId: approvalIdOf(req), actor: actorOf(req) })

  router.post('/:id/seen', async (req, res) => {
    const command = { ...lookingOf(req), input: validate(PreviewSeenInput, req.body) }
    res.json(await presentFor(ctx, req, await seePreview(ctx, command)))
  })
  router.post('/:id/looking', async (req, res) => {
    await lookAtRequest(ctx, lookingOf(req))
    res.status(204).end()
  })
  router.delete('/:id/looking', async (req, res) => {
    await lookAway(ctx, lookingOf(req))
    res.status(204).end()
  })
  router.get('/:id/comments', async (req, res) => {
    res.json(await listComments(ctx, approvalIdOf(req)))
  })
  router.post('/:id/comments', async (req, res) => {
    const command = { ...lookingOf(req), input: validate(CommentInput, req.body) }
    res.status(201).json(await addComment(ctx, command))
  })
  return router
}
