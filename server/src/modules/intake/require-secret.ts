import { NotFoundError, UnauthorizedError } from '@hub/contracts'
import type { Request, RequestHandler } from 'express'
import type { ServerContext } from '../../context.ts'

/** Wrong secrets from one address in a minute. */
const wrongPerMinute = 20

type Check = (req: Request, secret: string) => boolean

/**
 * A door for machines: closed where no secret is configured, and slow for who guesses. Right ones are never counted:
 * they come in bursts.
 */
export function requireSecret({ limiter }: Pick<ServerContext, 'limiter'>) {
  const countWrong = limiter({ name: 'webhook', perMinute: wrongPerMinute })
  return (secret: string | undefined, check: Check): RequestHandler =>
    (req, res, next) => {
      if (!secret) next(new NotFoundError('This webhook is not configured', { reason: 'webhook.closed' }))
      else if (check(req, secret)) next()
      else countWrong(req, res, (err?: unknown) => next(err ?? wrongSecret()))
    }
}

function wrongSecret(): UnauthorizedError {
  return new UnauthorizedError('Wrong webhook secret', { reason: 'webhook.secret' })
}
