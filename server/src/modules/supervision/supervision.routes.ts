import { ValidationError } from '@hub/contracts'
import { readSignals } from '@hub/safeguard'
import { Router } from 'express'
import { z } from 'zod'
import type { ServerContext } from '../../context.ts'
import { validate } from '../../http/validate.ts'
import { requireUser } from '../auth/index.ts'

const dayMs = 86_400_000

/** Both ends are optional: the last 30 days unless told. */
export const PeriodQuery = z.object({
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
})

/** Figures for those who watch the service (N3+). */
export function supervisionRoutes(ctx: ServerContext): Router {
  const router = Router()
  router.use(requireUser(ctx, 'N3'))
  router.get('/safeguard', async (req, res) => {
    res.json(await readSignals(ctx.db, periodOf(validate(PeriodQuery, req.query), ctx.clock.now())))
  })
  return router
}

/** @throws ValidationError when the end is not after the beginning */
function periodOf(query: z.infer<typeof PeriodQuery>, now: Date): { from: Date; to: Date } {
  const to = query.to ? new Date(query.to) : now
  const from = query.from ? new Date(query.from) : new Date(to.getTime() - 30 * dayMs)
  if (from >= to)
    throw new ValidationError('Wrong fields: from', {
      reason: 'input.fields',
      params: { fields: 'from' },
      fields: [{ path: 'from', message: 'must be before to' }],
    })
  return { from, to }
}
