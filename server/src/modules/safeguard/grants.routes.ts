import {
  AskGrantInput,
  DecideGrantInput,
  hasAccreditation,
  RevokeGrantInput,
  type StandingGrants,
} from '@hub/contracts'
import { askGrant, decideGrant, findGrants, presentGrant, revokeGrant } from '@hub/safeguard'
import { type Request, Router } from 'express'
import { z } from 'zod'
import type { ServerContext } from '../../context.ts'
import { validate } from '../../http/validate.ts'
import { actorOf } from './present-for.ts'

const GrantId = z.object({ id: z.string().regex(/^GRA-\d{4}-\d{6,12}$/) })

/** Standing grants. N2 and above see all of them, others those that answer their own requests. */
export function grantRoutes(ctx: ServerContext): Router {
  const router = Router()
  const readerOf = (req: Request) => ({ actor: actorOf(req), now: ctx.clock.now() })
  const commandOf = <T>(req: Request, input: T) => ({
    grantId: validate(GrantId, req.params).id,
    actor: actorOf(req),
    input,
  })

  router.get('/', async (req, res) => {
    const reader = readerOf(req)
    const { accreditation, userId } = reader.actor
    const seesAll = hasAccreditation(accreditation, 'N2')
    const rows = await findGrants(ctx.db, seesAll ? undefined : `user:${userId}`)
    const answer: StandingGrants = { items: rows.map((row) => presentGrant(row, reader)) }
    res.json(answer)
  })
  router.post('/', async (req, res) => {
    const input = validate(AskGrantInput, req.body)
    const row = await askGrant(ctx, { actor: actorOf(req), input })
    res.status(201).json(presentGrant(row, readerOf(req)))
  })
  router.post('/:id/decide', async (req, res) => {
    const row = await decideGrant(ctx, commandOf(req, validate(DecideGrantInput, req.body)))
    res.json(presentGrant(row, readerOf(req)))
  })
  router.post('/:id/revoke', async (req, res) => {
    const row = await revokeGrant(ctx, commandOf(req, validate(RevokeGrantInput, req.body)))
    res.json(presentGrant(row, readerOf(req)))
  })
  return router
}
