import type { HealthReport } from '@hub/contracts'
import { Router } from 'express'
import type { ServerContext } from '../../context.ts'
import { requireUser } from '../auth/index.ts'
import type { HealthMonitor } from './health-monitor.ts'
import { pingDatabase } from './ping-database.store.ts'

/** State of what the Hub depends on, for people. */
export function healthRoutes(ctx: ServerContext, monitor: HealthMonitor): Router {
  const router = Router()
  router.get('/health', requireUser(ctx, 'N1'), async (_req, res) => {
    const report: HealthReport = { items: await monitor.report() }
    res.json(report)
  })
  return router
}

/** Liveness and readiness, for the infrastructure. */
export function probeRoutes(ctx: ServerContext): Router {
  const router = Router()
  router.get('/healthz', (_req, res) => void res.json({ status: 'ok' }))
  router.get('/readyz', async (_req, res) => {
    try {
      await pingDatabase(ctx.db)
      res.json({ status: 'ok' })
    } catch (err) {
      ctx.log.warn({ err }, 'not ready')
      res.status(503).json({ status: 'unavailable' })
    }
  })
  return router
}
