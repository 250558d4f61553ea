import { TriedSearch, TrySearchInput } from '@hub/contracts'
import { noteGap } from '@hub/knowledge'
import { Router } from 'express'
import type { ServerContext } from '../../context.ts'
import { perUserLimit } from '../../http/per-user-limit.ts'
import { validate } from '../../http/validate.ts'
import { requireUser, signedIn } from '../auth/index.ts'

const mostPassages = 10
const perMinute = 60

/** A question tried on the base: what WIBOT would be given, and why. */
export function trySearchRoutes(ctx: ServerContext): Router {
  const router = Router()
  const perUser = perUserLimit(ctx, { name: 'knowledge', perMinute })
  router.post('/', requireUser(ctx, 'N1'), perUser, async (req, res) => {
    const { query, clientName } = validate(TrySearchInput, req.body)
    const audience = signedIn(req).user.accreditation
    const answer = await ctx.knowledge({
      ...{ query, audience, limit: mostPassages, explain: true },
      ...(clientName !== undefined && { clientName }),
    })
    // Kept to a client, a question says nothing of what the base as a whole lacks.
    if (clientName === undefined)
      await noteGap(ctx.db, { query, audience, found: answer.found, now: ctx.clock.now() })
    res.json(TriedSearch.parse(answer))
  })
  return router
}
