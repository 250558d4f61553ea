import { MaintenanceQuery, type MaintenanceWindows, PlanMaintenance } from '@hub/contracts'
import { Router } from 'express'
import { z } from 'zod'
import type { ServerContext } from '../../../context.ts'
import { timeCursor, writeTimeCursor } from '../../../http/page-cursor.ts'
import { validate } from '../../../http/validate.ts'
import { requireUser, signedIn, userActor } from '../../auth/index.ts'
import { deleteMaintenance, endMaintenance } from './end-maintenance.ts'
import { findWindows } from './maintenance.store.ts'
import { planMaintenance } from './plan-maintenance.ts'
import { presentWindow } from './present-window.ts'
import { readPlaces } from './read-places.ts'

const WindowId = z.object({ id: z.uuid() })
/** The cursor is the place of the last window seen. */
const PageQuery = MaintenanceQuery.extend({ cursor: timeCursor(z.uuid()).optional() })

/** Planned works, which SENTINEL bears with: seen from N2, planned and ended from N3. */
export function maintenanceRoutes(ctx: ServerContext): Router {
  const router = Router()
  router.get('/', requireUser(ctx, 'N2'), async (req, res) => {
    const { when, cursor, limit } = validate(PageQuery, req.query)
    const now = ctx.clock.now()
    const after = cursor && { at: cursor.at, id: cursor.key }
    const rows = await findWindows(ctx.db, { isPast: when === 'past', now, after, limit: limit + 1 })
    const last = rows.length > limit ? rows[limit - 1] : undefined
    const page: MaintenanceWindows = {
      items: rows.slice(0, limit).map((row) => presentWindow(row, now)),
      nextCursor: last ? writeTimeCursor(last.endsAt, last.id) : null,
    }
    res.json(page)
  })
  router.get('/places', requireUser(ctx, 'N2'), async (_req, res) => {
    res.json(await readPlaces(ctx.db))
  })
  router.post('/', requireUser(ctx, 'N3'), async (req, res) => {
    const input = validate(PlanMaintenance, req.body)
    const { user } = signedIn(req)
    res.status(201).json(await planMaintenance(ctx, { actor: userActor(user), userId: user.id, input }))
  })
  router.post('/:id/end', requireUser(ctx, 'N3'), async (req, res) => {
    const { id } = validate(WindowId, req.params)
    res.json(await endMaintenance(ctx, { id, actor: userActor(signedIn(req).user) }))
  })
  router.delete('/:id', requireUser(ctx, 'N3'), async (req, res) => {
    const { id } = validate(WindowId, req.params)
    await deleteMaintenance(ctx, { id, actor: userActor(signedIn(req).user) })
    res.status(204).end()
  })
  return router
}
