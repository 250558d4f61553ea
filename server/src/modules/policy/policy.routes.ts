import { DryRunInput, ExplainInput } from '@hub/contracts'
import { Router } from 'express'
import type { ServerContext } from '../../context.ts'
import { validate } from '../../http/validate.ts'
import { requireUser } from '../auth/index.ts'
import { dryRun } from './dry-run.ts'
import { explainCall } from './explain-call.ts'
import { readPolicy } from './read-policy.ts'

/** The policy of SAFEGUARD: read from N2, tried from N3. Nothing here changes it: its file does. */
export function policyRoutes(ctx: ServerContext): Router {
  const router = Router()
  router.get('/', requireUser(ctx, 'N2'), async (_req, res) => {
    res.json(await readPolicy(ctx))
  })
  router.post('/explain', requireUser(ctx, 'N3'), async (req, res) => {
    res.json(await explainCall(ctx, validate(ExplainInput, req.body)))
  })
  router.post('/dry-run', requireUser(ctx, 'N3'), async (req, res) => {
    res.json(await dryRun(ctx, validate(DryRunInput, req.body)))
  })
  return router
}
