import { DelegateInput, type Delegations, LongPageQuery } from '@hub/contracts'
import { createDelegation, listColleagues, listDelegations, revokeDelegation } from '@hub/safeguard'
import { type Request, Router } from 'express'
import { z } from 'zod'
import type { ServerContext } from '../../context.ts'
import { timeCursor, writeTimeCursor } from '../../http/page-cursor.ts'
import { validate } from '../../http/validate.ts'
import { proveFor, requireUser, signedIn, userActor } from '../auth/index.ts'

/** The cursor is the place of the last delegation seen. */
export const DelegationsQuery = LongPageQuery.extend({ cursor: timeCursor(z.uuid()).optional() }).strict()

const DelegationId = z.object({ id: z.uuid() })

/** "While I am away": who decides in whose name. Reads need N1, delegating N2 and a proof of presence. */
export function delegationRoutes(ctx: ServerContext): Router {
  const router = Router()
  const actorOf = (req: Request) => userActor(signedIn(req).user)

  router.get('/', requireUser(ctx, 'N1'), async (req, res) => {
    const { cursor, limit } = validate(DelegationsQuery, req.query)
    const before = cursor && { createdAt: cursor.at, id: cursor.key }
    const { items, next } = await listDelegations(ctx, actorOf(req), { before, limit })
    const answer: Delegations = { items, nextCursor: next ? writeTimeCursor(next.createdAt, next.id) : null }
    res.json(answer)
  })
  router.post('/', requireUser(ctx, 'N2'), ctx.proofLimits, async (req, res) => {
    const { stepUp, ...input } = validate(DelegateInput, req.body)
    const command = { actor: actorOf(req), input }
    await proveFor(ctx, signedIn(req).user, { stepUp, verb: (gate) => createDelegation(gate, command) })
    res.status(201).json(await createDelegation(ctx, command))
  })
  router.get('/colleagues', requireUser(ctx, 'N2'), async (req, res) => {
    res.json(await listColleagues(ctx, actorOf(req)))
  })
  router.post('/:id/revoke', requireUser(ctx, 'N1'), async (req, res) => {
    const { id } = validate(DelegationId, req.params)
    res.json(await revokeDelegation(ctx, { id, actor: actorOf(req) }))
  })
  return router
}
