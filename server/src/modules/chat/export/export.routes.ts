import { ExportQuery } from '@hub/contracts'
import { Router } from 'express'
import { z } from 'zod'
import type { ServerContext } from '../../../context.ts'
import { perUserLimit } from '../../../http/per-user-limit.ts'
import { validate } from '../../../http/validate.ts'
import { signedIn } from '../../auth/index.ts'
import { exportName } from './export-name.ts'
import { markdownOf } from './markdown-of.ts'
import { readExport } from './read-export.ts'

const ConversationId = z.object({ id: z.uuid() })
const exportsPerMinute = 20

/** Conversations as files. */
export function exportRoutes(ctx: ServerContext): Router {
  const router = Router()
  const limit = perUserLimit(ctx, { name: 'export', perMinute: exportsPerMinute })
  router.get('/:id/export', limit, async (req, res) => {
    const { id } = validate(ConversationId, req.params)
    const { format } = validate(ExportQuery, req.query)
    const { user } = signedIn(req)
    const exported = await readExport(ctx, { id, user })
    res.attachment(exportName(exported, format)).set('Cache-Control', 'private, no-store')
    if (format === 'json') res.json(exported)
    else res.type('text/markdown; charset=utf-8').send(markdownOf(exported, user.locale))
  })
  return router
}
