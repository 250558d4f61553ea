import { ConfirmTwoFactor, PasswordProof, type TwoFactor } from '@hub/contracts'
import { type Request, Router } from 'express'
import type { ServerContext } from '../../../context.ts'
import { validate } from '../../../http/validate.ts'
import { requireUser, signedIn } from '../authenticate.ts'
import { confirmTwoFactor } from './confirm-two-factor.ts'
import { endTwoFactor } from './end-two-factor.ts'
import { renewRecoveryCodes } from './renew-recovery-codes.ts'
import { countRecoveryCodes, readSecondFactor } from './second-factor.store.ts'
import { startTwoFactor } from './start-two-factor.ts'

/** The second factor of the one who is signed in. Secrets and codes are shown once and never cached. */
export function twoFactorRoutes(ctx: ServerContext): Router {
  const router = Router()
  router.use(requireUser(ctx), ctx.proofLimits)
  router.use((_req, res, next) => {
    res.set('Cache-Control', 'no-store')
    next()
  })
  const userOf = (req: Request) => signedIn(req).user
  const proofOf = (req: Request) => validate(PasswordProof, req.body)
  const stateOf = async (userId: string): Promise<TwoFactor> => {
    const { enabledAt } = await readSecondFactor(ctx.db, userId)
    return {
      isEnrolled: enabledAt !== null,
      enrolledAt: enabledAt?.toISOString() ?? null,
      recoveryCodesLeft: await countRecoveryCodes(ctx.db, userId),
    }
  }

  router.get('/', async (req, res) => {
    res.json(await stateOf(userOf(req).id))
  })
  router.post('/start', async (req, res) => {
    res.json(await startTwoFactor(ctx, userOf(req), proofOf(req)))
  })
  router.post('/confirm', async (req, res) => {
    res.json(await confirmTwoFactor(ctx, userOf(req), validate(ConfirmTwoFactor, req.body).code))
  })
  router.post('/recovery-codes', async (req, res) => {
    res.json(await renewRecoveryCodes(ctx, userOf(req), proofOf(req)))
  })
  router.post('/end', async (req, res) => {
    await endTwoFactor(ctx, userOf(req), proofOf(req))
    res.json(await stateOf(userOf(req).id))
  })
  return router
}
