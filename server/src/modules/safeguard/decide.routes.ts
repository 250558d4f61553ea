import {
  type Approval,
  ApproveInput,
  ApproveTogetherInput,
  CancelInput,
  DeferInput,
  RejectInput,
} from '@hub/contracts'
import { approveTogether, cancelRequest, deferRequest, presentApproval, rejectRequest } from '@hub/safeguard'
import { type Request, Router } from 'express'
import type { ServerContext } from '../../context.ts'
import { validate } from '../../http/validate.ts'
import { signedIn } from '../auth/index.ts'
import { approveWithProof } from './approve-with-proof.ts'
import { actorOf, approvalIdOf, presentFor, readerOf } from './present-for.ts'

/** What people say of requests. Who may is the gate's own rule, on each request. */
export function decideRoutes(ctx: ServerContext): Router {
  const router = Router()
  const commandOf = <T>(req: Request, input: T) => ({
    approvalId: approvalIdOf(req),
    actor: actorOf(req),
    input,
  })

  router.post('/approve-together', async (req, res) => {
    const input = validate(ApproveTogetherInput, req.body)
    const rows = await approveTogether(ctx, { actor: actorOf(req), input })
    const reader = await readerOf(ctx, req)
    const answer: { items: Approval[] } = { items: rows.map((row) => presentApproval(row, reader)) }
    res.json(answer)
  })
  router.post('/:id/approve', ctx.proofLimits, async (req, res) => {
    const command = { approvalId: approvalIdOf(req), input: validate(ApproveInput, req.body) }
    res.json(await presentFor(ctx, req, await approveWithProof(ctx, signedIn(req).user, command)))
  })
  router.post('/:id/reject', async (req, res) => {
    const command = commandOf(req, validate(RejectInput, req.body))
    res.json(await presentFor(ctx, req, await rejectRequest(ctx, command)))
  })
  router.post('/:id/defer', async (req, res) => {
    const command = commandOf(req, validate(DeferInput, req.body))
    res.json(await presentFor(ctx, req, await deferRequest(ctx, command)))
  })
  router.post('/:id/cancel', async (req, res) => {
    const command = commandOf(req, validate(CancelInput, req.body))
    res.json(await presentFor(ctx, req, await cancelRequest(ctx, command)))
  })
  return router
}
