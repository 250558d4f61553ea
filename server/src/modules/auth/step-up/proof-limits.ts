import { hasAccreditation } from '@hub/contracts'
import { type Request, type RequestHandler, Router } from 'express'
import { addressOf, type createLimiter, type Limit } from '../../../http/rate-limit.ts'
import { signedIn } from '../authenticate.ts'
import { wrongProof } from './wrong-proof.ts'

const wrongProofsPerMinute = 5
/** Guessing needs a session of the account that is guessed at, so an address is only the second line. */
const accountsPerAddress = 20

/**
 * Five wrong proofs a minute per account, and a wide limit per address, for a whole service desk sits behind one. The
 * account's count is not the one of its logins: who has no session must not be able to keep an approver from deciding.
 * Nor must who may not decide: of an address, those who may (N2) and those who may not are counted apart.
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
  const perAddress: Limit = {
    ...limit,
    perMinute: wrongProofsPerMinute * accountsPerAddress,
    key: addressOfKind,
  }
  return Router().use(limiter(perAccount), limiter(perAddress))
}

function addressOfKind(req: Request): string {
  const mayDecide = hasAccreditation(signedIn(req).user.accreditation, 'N2')
  return `${mayDecide ? 'deciders' : 'others'}:${addressOf(req)}`
}

function holdsProof(body: unknown): boolean {
  return (
    typeof body === 'object' && body !== null && ['stepUp', 'password', 'code'].some((key) => key in body)
  )
}
