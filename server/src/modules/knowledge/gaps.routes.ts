import { type KnowledgeGap, type KnowledgeGaps, LongPageQuery } from '@hub/contracts'
import { dismissGap, listGaps } from '@hub/knowledge'
import { inTransaction } from '@hub/safeguard'
import { Router } from 'express'
import { z } from 'zod'
import type { ServerContext } from '../../context.ts'
import { timeCursor, timePage } from '../../http/page-cursor.ts'
import { validate } from '../../http/validate.ts'
import { requireUser, signedIn, userActor } from '../auth/index.ts'

/** The cursor is the place of the last question seen. */
export const GapsQuery = LongPageQuery.extend({ cursor: timeCursor(z.uuid()).optional() }).strict()

const Id = z.object({ id: z.uuid() })

/** Questions that found too little, for those who look after the documents. */
export function gapsRoutes(ctx: ServerContext): Router {
  const router = Router()
  router.use(requireUser(ctx, 'N2'))
  router.get('/', async (req, res) => {
    const { cursor, limit } = validate(GapsQuery, req.query)
    const gaps = await listGaps(ctx.db, {
      before: cursor && { at: cursor.at, id: cursor.key },
      limit: limit + 1,
      audience: signedIn(req).user.accreditation,
    })
    const placeOf = ({ lastAt: at, id: key }: KnowledgeGap) => ({ at, key })
    const page: KnowledgeGaps = timePage(gaps, { limit, placeOf })
    res.json(page)
  })
  router.post('/:id/dismiss', async (req, res) => {
    const { id } = validate(Id, req.params)
    const { user } = signedIn(req)
    await inTransaction(ctx, async ({ tx, audit }) => {
      // The words stay out of the record, which nobody can erase.
      const count = await dismissGap(tx, { id, audience: user.accreditation })
      const subject = { subjectType: 'knowledge_gap', subjectId: id }
      await audit({ actor: userActor(user), action: 'knowledge.gap_dismiss', ...subject, details: { count } })
    })
    res.status(204).end()
  })
  return router
}
