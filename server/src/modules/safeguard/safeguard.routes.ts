import {
  type Approval,
  type ApprovalPage,
  ApproveInput,
  CancelInput,
  DeferInput,
  RejectInput,
  type RevealedSecret,
} from '@hub/contracts'
import {
  type ApprovalReader,
  type ApprovalRow,
  approveRequest,
  cancelRequest,
  deferRequest,
  findActingFor,
  findHistory,
  findPending,
  presentApproval,
  readApproval,
  rejectRequest,
  revealSecret,
} from '@hub/safeguard'
import { type Request, Router } from 'express'
import { z } from 'zod'
import type { ServerContext } from '../../context.ts'
import { validate } from '../../http/validate.ts'
import { requireUser, signedIn, userActor } from '../auth/index.ts'
import { HistoryQuery } from './history-query.ts'

const ApprovalId = z.object({ id: z.string().regex(/^APR-\d{4}-\d{6,}$/) })

/** Reads need N1; who may decide is the gate's own rule, on each request. */
export function safeguardRoutes(ctx: ServerContext): Router {
  const router = Router()
  router.use(requireUser(ctx, 'N1'))
  const actorOf = (req: Request) => userActor(signedIn(req).user)
  const readerOf = async (req: Request): Promise<ApprovalReader> => {
    const [actor, now] = [actorOf(req), ctx.clock.now()]
    return { actor, now, actsFor: await findActingFor(ctx.db, { userId: actor.userId, now }) }
  }
  const present = async (req: Request, row: ApprovalRow): Promise<Approval> =>
    presentApproval(row, await readerOf(req))
  const idOf = (req: Request) => validate(ApprovalId, req.params).id

  router.get('/pending', async (req, res) => {
    const [rows, reader] = await Promise.all([findPending(ctx.db), readerOf(req)])
    const page: ApprovalPage = { items: rows.map((row) => presentApproval(row, reader)), nextCursor: null }
    res.json(page)
  })
  router.get('/history', async (req, res) => {
    const { cursor: before, limit, state, tool, q } = validate(HistoryQuery, req.query)
    const rows = await findHistory(ctx.db, { before, state, toolName: tool, text: q, limit: limit + 1 })
    const shown = rows.slice(0, limit)
    const nextCursor = rows.length > limit ? String(shown.at(-1)?.number) : null
    const reader = await readerOf(req)
    const page: ApprovalPage = { items: shown.map((row) => presentApproval(row, reader)), nextCursor }
    res.json(page)
  })
  router.get('/:id', async (req, res) => {
    res.json(await present(req, await readApproval(ctx.db, idOf(req))))
  })
  router.post('/:id/approve', async (req, res) => {
    const { stepUp: _unproved, ...input } = validate(ApproveInput, req.body)
    const command = { approvalId: idOf(req), actor: actorOf(req), input }
    res.json(await present(req, await approveRequest(ctx, command)))
  })
  router.post('/:id/reject', async (req, res) => {
    const command = { approvalId: idOf(req), actor: actorOf(req), input: validate(RejectInput, req.body) }
    res.json(await present(req, await rejectRequest(ctx, command)))
  })
  router.post('/:id/defer', async (req, res) => {
    const command = { approvalId: idOf(req), actor: actorOf(req), input: validate(DeferInput, req.body) }
    res.json(await present(req, await deferRequest(ctx, command)))
  })
  router.post('/:id/cancel', async (req, res) => {
    const command = { approvalId: idOf(req), actor: actorOf(req), input: validate(CancelInput, req.body) }
    res.json(await present(req, await cancelRequest(ctx, command)))
  })
  router.post('/:id/secret', async (req, res) => {
    const key = ctx.env.HUB_ENCRYPTION_KEY
    const answer: RevealedSecret = {
      secret: await revealSecret(ctx, { approvalId: idOf(req), actor: actorOf(req), key }),
    }
    res.set('Cache-Control', 'no-store').json(answer)
  })
  return router
}
