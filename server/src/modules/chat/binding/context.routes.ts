import { ContextQuery, ConversationBinding } from '@hub/contracts'
import { Router } from 'express'
import type { ServerContext } from '../../../context.ts'
import { perUserLimit } from '../../../http/per-user-limit.ts'
import { validate } from '../../../http/validate.ts'
import { requireUser, signedIn } from '../../auth/index.ts'
import { searchContext } from './search-context.ts'
import { showMoment } from './show-moment.ts'

/** A person types; each letter may ask. */
const searchesPerMinute = 90
const readsPerMinute = 30

/** What a conversation can be bound to. */
export function contextRoutes(ctx: ServerContext): Router {
  const router = Router()
  const limit = perUserLimit(ctx, { name: 'context', perMinute: searchesPerMinute })
  router.get('/', requireUser(ctx, 'N1'), limit, async (req, res) => {
    res.json(await searchContext(ctx, signedIn(req).user, validate(ContextQuery, req.query)))
  })
  const reads = perUserLimit(ctx, { name: 'context-moment', perMinute: readsPerMinute })
  router.get('/moment', requireUser(ctx, 'N1'), reads, async (req, res) => {
    res.json(await showMoment(ctx, signedIn(req).user, validate(ConversationBinding, req.query)))
  })
  return router
}
