import { type IncomingMessage, ServerResponse } from 'node:http'
import { LimitExceededError } from '@hub/contracts'
import express, { type Request, type Response } from 'express'
import type { ServerContext } from '../../context.ts'
import { addressOf } from '../../http/rate-limit.ts'
import type { RequestSession } from '../../http/session-on-request.ts'
import { signedIn } from '../auth/index.ts'

/**
 * Counts the upgrades of each session, as many a minute as it may send requests. Limits are middleware, so an upgrade
 * passes through an app of its own; the answer that it writes headers on is never sent.
 * @returns the address that the upgrade comes from, null for one too many
 */
export function countUpgrades({ limiter, env }: ServerContext) {
  const limit = { name: 'upgrades', perMinute: env.RATE_LIMIT_PER_MINUTE }
  const app = express().set('trust proxy', env.TRUST_PROXY)
  app.use(limiter({ ...limit, key: (req) => signedIn(req).id }))
  return (upgrade: IncomingMessage, session: RequestSession): Promise<string | null> => {
    const req = Object.assign(upgrade as Request, { session })
    return new Promise((resolve, reject) => {
      app(req, new ServerResponse(upgrade) as Response, (err?: unknown) => {
        if (err === undefined) resolve(addressOf(req))
        else if (err instanceof LimitExceededError) resolve(null)
        else reject(err)
      })
    })
  }
}
