import { type RequestHandler, Router } from 'express'
import type { createLimiter, Limit } from '../../../http/rate-limit.ts'
import { signedIn } from '../authenticate.ts'
import { wrongProof } from './wrong-proof.ts'

const wrongProofsPerMinute = 5

/**
 * Five wrong proofs a minute, per address and per account, as for logins. The account's count is not the one of its
 * logins: who has no session must not be able to keep an approver from deciding.
 */
export function createProofLimits(limiter: ReturnType<typeof createLimiter>): RequestHandler {
  const limit: Limit = {
    name: 'step_up',
    perMinute: wrongProofsPerMinute,
    onlyFailures: true,
    isFailure: (res) => res.locals.refusal === wrongProof,
    skip: ({ body }) => !holdsProof(body),
  }
  const perAccount: Limit = { ...limit, key: (req) => `account:${signedIn(req).user.id}` }
  return Router().use(limiter(limit), limiter(perAccount))
}

function holdsProof(body: unknown): boolean {
  return (
    typeof body === 'object' && body !== null && ['stepUp', 'password', 'code'].some((key) => key in body)
  )
}
