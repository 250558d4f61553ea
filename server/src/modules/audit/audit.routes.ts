import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type AuditPage, AuditRow, PageQuery } from '@hub/contracts'
import { exportAudit, findAudit, inTransaction, presentAuditRow } from '@hub/safeguard'
import { Router } from 'express'
import { z } from 'zod'
import type { ServerContext } from '../../context.ts'
import { validate } from '../../http/validate.ts'
import { requireUser, signedIn, userActor } from '../auth/index.ts'

/** What the audit log can be filtered by. */
export const AuditQuery = PageQuery.extend({
  /** Number of the last row seen. */
  cursor: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  /** Beginning of the action, e.g. `approval.`. */
  action: z.string().max(64).optional(),
  subject: z.string().max(100).optional(),
  actor: z.string().max(120).optional(),
})

/** The audit chain, for N3 and above. */
export function auditRoutes(ctx: ServerContext): Router {
  const router = Router()
  router.use(requireUser(ctx, 'N3'))
  router.get('/', async (req, res) => {
    const { cursor, limit, action, subject: subjectId, actor: actorKey } = validate(AuditQuery, req.query)
    const before = cursor === undefined ? undefined : BigInt(cursor)
    const rows = await findAudit(ctx.db, { before, action, subjectId, actorKey, limit: limit + 1 })
    const items = rows.slice(0, limit).map((row) => AuditRow.parse(presentAuditRow(row)))
    const page: AuditPage = { items, nextCursor: rows.length > limit ? String(items.at(-1)?.seq) : null }
    res.json(page)
  })
  router.get('/export', async (req, res) => {
    const { user } = signedIn(req)
    await inTransaction(ctx, (change) =>
      change.audit({
        actor: userActor(user),
        action: 'audit.export',
        subjectType: 'audit',
        subjectId: 'all',
        details: {},
      }),
    )
    const now = ctx.clock.now()
    res.attachment(`hub-audit-${now.toISOString().slice(0, 10)}.ndjson`).type('application/x-ndjson')
    await pipeline(Readable.from(exportAudit(ctx.db, now)), res)
  })
  return router
}
