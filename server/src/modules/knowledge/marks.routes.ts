import {
  type KnowledgeMark,
  type KnowledgeMarks,
  LongPageQuery,
  MarkPassageInput,
  MarkState,
  ResolveMarkInput,
} from '@hub/contracts'
import { listMarks } from '@hub/knowledge'
import { Router } from 'express'
import { z } from 'zod'
import type { ServerContext } from '../../context.ts'
import { timeCursor, timePage } from '../../http/page-cursor.ts'
import { perUserLimit } from '../../http/per-user-limit.ts'
import { validate } from '../../http/validate.ts'
import { requireUser, signedIn } from '../auth/index.ts'
import { decideMark, makeMark } from './change-marks.ts'

/** The cursor is the place of the last mark seen. */
export const MarksQuery = LongPageQuery.extend({
  cursor: timeCursor(z.uuid()).optional(),
  state: MarkState.optional(),
  document: z.uuid().optional(),
}).strict()

const marksPerMinute = 20
const decisionsPerMinute = 60

const Id = z.object({ id: z.uuid() })

/** Who works with a passage sees first that it is wrong: marking takes N1. */
export function chunkMarksRoutes(ctx: ServerContext): Router {
  const router = Router()
  const limit = perUserLimit(ctx, { name: 'mark', perMinute: marksPerMinute })
  router.post('/:id/marks', requireUser(ctx, 'N1'), limit, async (req, res) => {
    const { id } = validate(Id, req.params)
    const input = validate(MarkPassageInput, req.body)
    res.status(201).json(await makeMark(ctx, { chunkId: id, input, user: signedIn(req).user }))
  })
  return router
}

/** Marks are seen from N1; what they mean for searches is decided from N2, by another person. */
export function marksRoutes(ctx: ServerContext): Router {
  const router = Router()
  router.get('/', requireUser(ctx, 'N1'), async (req, res) => {
    const { cursor, limit, state, document } = validate(MarksQuery, req.query)
    const marks = await listMarks(ctx.db, {
      state,
      documentId: document,
      before: cursor && { at: cursor.at, id: cursor.key },
      limit: limit + 1,
      audience: signedIn(req).user.accreditation,
    })
    const placeOf = ({ at, id: key }: KnowledgeMark) => ({ at, key })
    const page: KnowledgeMarks = timePage(marks, { limit, placeOf })
    res.json(page)
  })
  const limit = perUserLimit(ctx, { name: 'mark_resolve', perMinute: decisionsPerMinute })
  router.post('/:id/resolve', requireUser(ctx, 'N2'), limit, async (req, res) => {
    const { id } = validate(Id, req.params)
    const input = validate(ResolveMarkInput, req.body)
    res.json(await decideMark(ctx, { id, input, user: signedIn(req).user }))
  })
  return router
}
