import {
  NotFoundError,
  RunsQuery,
  SetWorkflowSwitch,
  SteerRun,
  WorkflowName,
  type WorkflowRunDetail,
  type WorkflowRuns,
  type WorkflowSwitches,
} from '@hub/contracts'
import { Router } from 'express'
import { z } from 'zod'
import type { ServerContext } from '../../context.ts'
import { timeCursor, writeTimeCursor } from '../../http/page-cursor.ts'
import { validate } from '../../http/validate.ts'
import { requireUser, signedIn, userActor } from '../auth/index.ts'
import { maintenanceRoutes } from './maintenance/maintenance.routes.ts'
import { openRuns } from './open-runs.ts'
import { presentCommand, presentRun } from './present-run.ts'
import type { RunSteps } from './run-steps.ts'
import { findAlerts, findCommands, findRuns, readRun } from './runs.store.ts'
import { startEnrichment } from './start-enrichment.ts'
import { steerRun } from './steer-run.ts'
import { listSwitches, switchWorkflow } from './switch-workflow.ts'
import { readWorkers } from './switches.store.ts'
import { templateRoutes } from './templates/templates.routes.ts'
import { withoutSecrets } from './without-secrets.ts'

const RunId = z.object({ id: z.string().min(1).max(200) })
const Switched = z.object({ workflow: WorkflowName })
/** The cursor is the place of the last run seen. */
const RunsPageQuery = RunsQuery.extend({ cursor: timeCursor(z.string().min(1)).optional() })

/** Runs of the workflows: seen from N1, steered from N3. */
export function workflowRoutes(ctx: ServerContext, steps: RunSteps): Router {
  const router = Router()
  router.use('/templates', templateRoutes(ctx))
  router.use('/maintenance', maintenanceRoutes(ctx))
  router.get('/runs', requireUser(ctx, 'N1'), async (req, res) => {
    const { cursor, limit, from, to, ...filter } = validate(RunsPageQuery, req.query)
    const rows = await findRuns(ctx.db, {
      ...filter,
      from: from === undefined ? undefined : new Date(from),
      to: to === undefined ? undefined : new Date(to),
      before: cursor && { at: cursor.at, id: cursor.key },
      limit: limit + 1,
    })
    const last = rows.length > limit ? rows[limit - 1] : undefined
    const page: WorkflowRuns = {
      items: rows.slice(0, limit).map(presentRun),
      nextCursor: last ? writeTimeCursor(last.createdAt, last.id) : null,
    }
    res.json(page)
  })
  router.get('/runs/:id', requireUser(ctx, 'N1'), async (req, res) => {
    const { id } = validate(RunId, req.params)
    const row = await readRun(ctx.db, id)
    if (!row) throw new NotFoundError('No such run', { reason: 'run.unknown' })
    const [recorded, commands, alerts] = await Promise.all([
      steps.read(id),
      findCommands(ctx.db, id),
      findAlerts(ctx.db, id),
    ])
    const detail: WorkflowRunDetail = {
      ...presentRun(row),
      input: withoutSecrets(row.input),
      facts: z.record(z.string(), z.unknown()).parse(withoutSecrets(row.facts)),
      steps: recorded,
      commands: commands.map(presentCommand),
      alerts: alerts.map(({ receivedAt, ...alert }) => ({ ...alert, receivedAt: receivedAt.toISOString() })),
    }
    res.json(detail)
  })
  router.post('/runs/:id/commands', requireUser(ctx, 'N3'), async (req, res) => {
    const { id } = validate(RunId, req.params)
    const input = validate(SteerRun, req.body)
    const { user } = signedIn(req)
    res.status(202).json(await steerRun(ctx, { id, actor: userActor(user), userId: user.id, input }))
  })
  router.post('/enrichisseur', requireUser(ctx, 'N3'), async (req, res) => {
    res.status(202).json(await startEnrichment(ctx, userActor(signedIn(req).user)))
  })
  router.get('/switches', requireUser(ctx, 'N1'), async (_req, res) => {
    const [items, runs, workers] = await Promise.all([
      listSwitches(ctx.db),
      openRuns(ctx.db),
      readWorkers(ctx.db),
    ])
    const answer: WorkflowSwitches = {
      items,
      runs,
      workers: workers.count,
      workerSeenAt: workers.seenAt?.toISOString() ?? null,
    }
    res.json(answer)
  })
  router.put('/switches/:workflow', requireUser(ctx, 'N3'), async (req, res) => {
    const { workflow } = validate(Switched, req.params)
    const input = validate(SetWorkflowSwitch, req.body)
    const { user } = signedIn(req)
    res.json(await switchWorkflow(ctx, { workflow, actor: userActor(user), userId: user.id, input }))
  })
  return router
}
