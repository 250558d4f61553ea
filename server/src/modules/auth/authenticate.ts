import { type Accreditation, ForbiddenError, hasAccreditation, UnauthorizedError } from '@hub/contracts'
import { parseCookie } from 'cookie'
import type { RequestHandler } from 'express'
import type { ServerContext } from '../../context.ts'
import type { RequestSession } from '../../http/session-on-request.ts'
import { findLiveSession } from './session.store.ts'
import { readToken } from './token.ts'

export const sessionCookie = 'hub_session'

/** The token of a request: a bearer token of a program, else the cookie of a browser. */
export function tokenOf(headers: {
  authorization?: string | undefined
  cookie?: string | undefined
}): string | undefined {
  const bearer = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1]
  return bearer ?? parseCookie(headers.cookie ?? '')[sessionCookie]
}

/** @returns the live session behind a token, null when it is missing, forged, expired or revoked */
export async function sessionOf(
  ctx: ServerContext,
  token: string | undefined,
): Promise<RequestSession | null> {
  if (!token) return null
  try {
    return await findLiveSession(ctx.db, { ...readToken(ctx.env.JWT_SECRET, token), now: ctx.clock.now() })
  } catch (error) {
    if (error instanceof UnauthorizedError) return null
    throw error
  }
}

/** Lets only signed-in people of at least `needed` pass, and puts their session on the request. */
export function requireUser(ctx: ServerContext, needed: Accreditation = 'N0'): RequestHandler {
  return async (req, _res, next) => {
    const session = await sessionOf(ctx, tokenOf(req.headers))
    if (!session) throw new UnauthorizedError('Sign in to continue', { reason: 'auth.session' })
    req.session = session
    if (!hasAccreditation(session.user.accreditation, needed))
      throw new ForbiddenError(`Accreditation ${needed} is needed`, {
        reason: 'auth.accreditation',
        params: { needed },
      })
    next()
  }
}

/** The session that `requireUser` put on the request. */
export function signedIn(req: { session?: RequestSession }): RequestSession {
  if (!req.session) throw new UnauthorizedError('Sign in to continue', { reason: 'auth.session' })
  return req.session
}
