import type { Approval, UserActor } from '@hub/contracts'
import { type ApprovalReader, type ApprovalRow, findActingFor, presentApproval } from '@hub/safeguard'
import type { Request } from 'express'
import { z } from 'zod'
import type { ServerContext } from '../../context.ts'
import { validate } from '../../http/validate.ts'
import { signedIn, userActor } from '../auth/index.ts'

const ApprovalId = z.object({ id: z.string().regex(/^APR-\d{4}-\d{6,}$/) })

/** The request that a path names. Throws ValidationError when it cannot be an id. */
export function approvalIdOf(req: Request): string {
  return validate(ApprovalId, req.params).id
}

/** The signed-in person as the one who acts. */
export function actorOf(req: Request): UserActor {
  return userActor(signedIn(req).user)
}

/** The signed-in person as a reader, with the people for whom they may decide now. */
export async function readerOf(ctx: ServerContext, req: Request): Promise<ApprovalReader> {
  const [actor, now] = [actorOf(req), ctx.clock.now()]
  return { actor, now, actsFor: await findActingFor(ctx.db, { userId: actor.userId, now }) }
}

/** A stored request as the signed-in person sees it. */
export async function presentFor(ctx: ServerContext, req: Request, row: ApprovalRow): Promise<Approval> {
  return presentApproval(row, await readerOf(ctx, req))
}
