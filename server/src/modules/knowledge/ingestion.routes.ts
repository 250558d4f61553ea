import { Router } from 'express'
import type { ServerContext } from '../../context.ts'
import { requireUser, signedIn } from '../auth/index.ts'
import type { ManualIngestion } from './manual-ingestion.ts'
import { readState } from './read-state.ts'

/** How documents come in: read from N1, asked for from N2. */
export function ingestionRoutes(ctx: ServerContext, ingestion: ManualIngestion): Router {
  const router = Router()
  router.get('/', requireUser(ctx, 'N1'), async (req, res) => {
    res.json(await readState(ctx, signedIn(req).user.accreditation))
  })
  router.post('/', requireUser(ctx, 'N2'), async (req, res) => {
    res.status(202).json({ runId: await ingestion.start(signedIn(req).user) })
  })
  return router
}
