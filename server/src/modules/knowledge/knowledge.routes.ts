import { readDocument } from '@hub/knowledge'
import { Router } from 'express'
import { z } from 'zod'
import type { ServerContext } from '../../context.ts'
import { validate } from '../../http/validate.ts'
import { requireUser } from '../auth/index.ts'

const DocumentId = z.object({ id: z.uuid() })

/** Documents that citations open. */
export function knowledgeRoutes(ctx: ServerContext): Router {
  const router = Router()
  router.get('/documents/:id', requireUser(ctx), async (req, res) => {
    res.json(await readDocument(ctx, validate(DocumentId, req.params).id))
  })
  return router
}
