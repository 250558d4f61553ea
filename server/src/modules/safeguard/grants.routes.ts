import {
  AskGrantInput,
  DecideGrantInput,
  hasAccreditation,
  LongPageQuery,
  RevokeGrantInput,
  type StandingGrants,
} from '@hub/contracts'
import {
  askGrant,
  decideGrant,
  findGrants,
  listGrantees,
  presentGrant,
  revokeGrant,
  withdrawGrant,
} from '@hub/safeguard'
import { type Request, Router } from 'express'
import { z } from 'zod'
import type { ServerContext } from '../../context.ts'
import { RowNumber } from '../../http/page-cursor.ts'
import { validate } from '../../http/validate.ts'
import { proveFor, signedIn } from '../auth/index.ts'
import { actorOf } from './present-for.ts'

/** The cursor is the number of the last grant seen. */
export const GrantsQuery = LongPageQuery.extend({ cursor: RowNumber.optional() }).strict()

const GrantId = z.object({ id: z.string().regex(/^GRA-\d{4}-\d{6,12}$/) })

/** Standing grants. N2 and above see all of them, others those that answer their own requests. */
export function grantRoutes(ctx: ServerContext): Router {
  const router = Router()
  const readerOf = (req: Request) => ({ actor: actorOf(req), now: ctx.clock.now() })
  const subjectOf = (req: Request) => ({ grantId: validate(GrantId, req.params).id, actor: actorOf(req) })
  const commandOf = <T>(req: Request, input: T) => ({ ...subjectOf(req), input })

  router.get('/', async (req, res) => {
    const reader = readerOf(req)
    const { accreditation, userId } = reader.actor
    const seesAll = hasAccreditation(accreditation, 'N2')
    const { cursor: before, limit } = validate(GrantsQuery, req.query)
    const whose = seesAll ? {} : { requester: `user:${userId}` }
    const rows = await findGrants(ctx.db, { ...whose, before, limit: limit + 1 })
    const shown = rows.slice(0, limit)
    const nextCursor = rows.length > limit ? String(shown.at(-1)?.number) : null
    const answer: StandingGrants = { items: shown.map((row) => presentGrant(row, reader)), nextCursor }
    res.json(answer)
  })
  router.get('/people', async (req, res) => {
    res.json(await listGrantees(ctx, actorOf(req)))
  })
  router.post('/', async (req, res) => {
    const input = validate(AskGrantInput, req.body)
    const row = await askGrant(ctx, { actor: actorOf(req), input })
    res.status(201).json(presentGrant(row, readerOf(req)))
  })
  router.post('/:id/decide', ctx.proofLimits, async (req, res) => {
    const { stepUp, ...input } = validate(DecideGrantInput, req.body)
    const command = commandOf(req, input)
    if (input.decision === 'approve' || stepUp)
      await proveFor(ctx, signedIn(req).user, { stepUp, verb: (gate) => decideGrant(gate, command) })
    const row = await decideGrant(ctx, command)
    res.json(presentGrant(row, readerOf(req)))
  })
  router.post('/:id/withdraw', async (req, res) => {
    const row = await withdrawGrant(ctx, subjectOf(req))
    res.json(presentGrant(row, readerOf(req)))
  })
  router.post('/:id/revoke', async (req, res) => {
    const row = await revokeGrant(ctx, commandOf(req, validate(RevokeGrantInput, req.body)))
    res.json(presentGrant(row, readerOf(req)))
  })
  return router
}
