import { readDocument } from '@hub/knowledge'
import { Router } from 'express'
import { z } from 'zod'
import type { ServerContext } from '../../context.ts'
import { validate } from '../../http/validate.ts'
import { requireUser, signedIn } from '../auth/index.ts'

const DocumentId = z.object({ id: z.uuid() })

/** Documents that citations open. */
export function knowledgeRoutes(ctx: ServerContext): Router {
  const router = Router()
  router.get('/documents/:id', requireUser(ctx), async (req, res) => {
    const reader = { db: ctx.db, audience: signedIn(req).user.accreditation }
    res.json(await readDocument(reader, validate(DocumentId, req.params).id))
  })
  return router
}
