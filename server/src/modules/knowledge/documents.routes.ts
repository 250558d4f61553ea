import { DocumentState, ListedDocument, LongPageQuery } from '@hub/contracts'
import { listDocuments, readDocument } from '@hub/knowledge'
import { Router } from 'express'
import { z } from 'zod'
import type { ServerContext } from '../../context.ts'
import { validate } from '../../http/validate.ts'
import { requireUser, signedIn } from '../auth/index.ts'

/** What the list of documents can be filtered by. */
export const DocumentsQuery = LongPageQuery.extend({
  cursor: z.string().max(2_000).optional(),
  /** Words of the title, the path, the client or the system. */
  q: z.string().max(200).optional(),
  kind: ListedDocument.shape.kind,
  client: z.string().max(200).optional(),
  state: DocumentState.optional(),
}).strict()

const DocumentId = z.object({ id: z.uuid() })

/** Documents and cases that the reader may see. */
export function documentsRoutes(ctx: ServerContext): Router {
  const router = Router()
  router.get('/', requireUser(ctx, 'N1'), async (req, res) => {
    const query = validate(DocumentsQuery, req.query)
    res.json(await listDocuments(ctx, { ...query, audience: signedIn(req).user.accreditation }))
  })
  router.get('/:id', requireUser(ctx), async (req, res) => {
    const reader = { db: ctx.db, audience: signedIn(req).user.accreditation }
    res.json(await readDocument(reader, validate(DocumentId, req.params).id))
  })
  return router
}
