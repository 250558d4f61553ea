import type { RequestHandler } from 'express'
import type { ServerContext } from '../context.ts'

/** A limit of requests a minute for each signed-in person; `name` is the reason that the refusal gives. */
export function perUserLimit(ctx: ServerContext, limit: { name: string; perMinute: number }): RequestHandler {
  return ctx.limiter({ ...limit, key: (req) => `user:${req.session?.user.id ?? 'none'}` })
}
