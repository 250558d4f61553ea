import { pipeline } from 'node:stream/promises'
import type { ApprovalPage, RevealedSecret } from '@hub/contracts'
import {
  findHistory,
  findPending,
  openRequest,
  presentApproval,
  readApproval,
  revealSecret,
} from '@hub/safeguard'
import { Router } from 'express'
import type { ServerContext } from '../../context.ts'
import { localeOf } from '../../http/locale.ts'
import { timePage } from '../../http/page-cursor.ts'
import { validate } from '../../http/validate.ts'
import { requireUser } from '../auth/index.ts'
import { delegationRoutes } from '../delegations/index.ts'
import { policyRoutes, readExplanation } from '../policy/index.ts'
import { breakGlassRoutes } from './break-glass.routes.ts'
import { decideRoutes } from './decide.routes.ts'
import { grantRoutes } from './grants.routes.ts'
import { historyCsv } from './history-csv.ts'
import { HistoryQuery, historyFilter, PendingQuery } from './history-query.ts'
import { peopleRoutes } from './people.routes.ts'
import { actorOf, approvalIdOf, presentFor, readerOf } from './present-for.ts'
import { settleRoutes } from './settle.routes.ts'

/** Reads need N1; who may decide is the gate's own rule, on each request. */
export function safeguardRoutes(ctx: ServerContext): Router {
  const router = Router()
  router.use(requireUser(ctx, 'N1'))
  router.use('/delegations', delegationRoutes(ctx))
  router.use('/policy', policyRoutes(ctx))
  router.use('/grants', grantRoutes(ctx))

  router.get('/pending', async (req, res) => {
    const { cursor, limit } = validate(PendingQuery, req.query)
    const after = cursor && { expiresAt: cursor.at, number: cursor.key }
    const [rows, reader] = await Promise.all([
      findPending(ctx.db, { after, limit: limit + 1 }),
      readerOf(ctx, req),
    ])
    const placeOf = ({ expiresAt: at, number: key }: (typeof rows)[number]) => ({ at, key })
    const { items, nextCursor } = timePage(rows, { limit, placeOf })
    const page: ApprovalPage = { items: items.map((row) => presentApproval(row, reader)), nextCursor }
    res.json(page)
  })
  router.get('/history', async (req, res) => {
    const query = validate(HistoryQuery, req.query)
    const { cursor: before, limit } = query
    const rows = await findHistory(ctx.db, { ...historyFilter(query), before, limit: limit + 1 })
    const shown = rows.slice(0, limit)
    const nextCursor = rows.length > limit ? String(shown.at(-1)?.number) : null
    const reader = await readerOf(ctx, req)
    const page: ApprovalPage = { items: shown.map((row) => presentApproval(row, reader)), nextCursor }
    res.json(page)
  })
  router.get('/history.csv', async (req, res) => {
    const query = validate(HistoryQuery, req.query)
    const name = `safeguard-${ctx.clock.now().toISOString().slice(0, 10)}.csv`
    res.attachment(name).type('text/csv')
    await pipeline(historyCsv(ctx, historyFilter(query), localeOf(req)), res)
  })
  router.use(decideRoutes(ctx))
  router.use(peopleRoutes(ctx))
  router.use(breakGlassRoutes(ctx))
  router.use(settleRoutes(ctx))
  router.get('/:id', async (req, res) => {
    const row = await readApproval(ctx.db, approvalIdOf(req))
    const approval = await presentFor(ctx, req, row)
    if (approval.you.canDecide) await openRequest(ctx, row, actorOf(req))
    res.json(approval)
  })
  router.get('/:id/explanation', async (req, res) => {
    res.json(await readExplanation(ctx, approvalIdOf(req)))
  })
  router.post('/:id/secret', async (req, res) => {
    const key = ctx.env.HUB_ENCRYPTION_KEY
    const answer: RevealedSecret = {
      secret: await revealSecret(ctx, { approvalId: approvalIdOf(req), actor: actorOf(req), key }),
    }
    res.set('Cache-Control', 'no-store').json(answer)
  })
  return router
}
