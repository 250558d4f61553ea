import { LimitExceededError } from '@hub/contracts'
import type { RequestHandler } from 'express'
import { signedIn } from '../../auth/index.ts'

/** About what one upload takes. */
const retryAfterSeconds = 5

/**
 * Lets so many uploads of this process run at once, of one person and in all: each is held in memory until it is
 * answered. One more is refused before any of it is read.
 */
export function uploadSlots({ perUser, total }: { perUser: number; total: number }): RequestHandler {
  const running: string[] = []
  return (req, res, next) => {
    if (res.closed) return
    const userId = signedIn(req).user.id
    const own = running.filter((id) => id === userId).length
    if (own >= perUser || running.length >= total)
      throw new LimitExceededError('Too many uploads at once', {
        reason: 'limit.uploads_at_once',
        params: { seconds: retryAfterSeconds },
        retryAfterSeconds,
      })
    running.push(userId)
    res.once('close', () => running.splice(running.indexOf(userId), 1))
    next()
  }
}
