import { randomUUID } from 'node:crypto'
import { withRequestId } from '@hub/kernel'
import type { RequestHandler } from 'express'

/** Gives every request an id: in its answer, in every log line, in every error. */
export const requestId: RequestHandler = (req, res, next) => {
  const given = req.get('x-request-id')
  const id = given && /^[\w-]{8,64}$/.test(given) ? given : randomUUID()
  res.set('X-Request-Id', id)
  withRequestId(id, next)
}
