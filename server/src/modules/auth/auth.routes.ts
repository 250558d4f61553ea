import { Locale, LoginInput, type Me } from '@hub/contracts'
import { type CookieOptions, type Request, Router } from 'express'
import { z } from 'zod'
import type { ServerContext } from '../../context.ts'
import { validate } from '../../http/validate.ts'
import { requireUser, sessionCookie, signedIn } from './authenticate.ts'
import { login } from './login.ts'
import { logout } from './logout.ts'
import { listDemoAccounts } from './session.store.ts'
import { twoFactorRoutes } from './two-factor/two-factor.routes.ts'
import { updateLocale } from './update-locale.ts'

const loginsPerMinute = 5
/** What people may change of themselves. */
export const UpdateMe = z.object({ locale: Locale }).strict()

export function authRoutes(ctx: ServerContext): Router {
  const router = Router()
  const { env, limiter } = ctx
  const cookie: CookieOptions = {
    httpOnly: true,
    sameSite: 'strict',
    secure: env.HUB_PUBLIC_URL.startsWith('https:'),
    path: '/api',
  }
  const perAddress = limiter({ name: 'login', perMinute: loginsPerMinute, onlyFailures: true })
  const perAccount = limiter({
    name: 'login',
    perMinute: loginsPerMinute,
    onlyFailures: true,
    key: accountOf,
  })

  router.post('/login', perAddress, perAccount, async (req, res) => {
    const result = await login(ctx, validate(LoginInput, req.body))
    res.cookie(sessionCookie, result.token, { ...cookie, expires: new Date(result.expiresAt) })
    res.set('Cache-Control', 'no-store').json(result)
  })
  router.post('/logout', requireUser(ctx), async (req, res) => {
    await logout(ctx, signedIn(req))
    res.clearCookie(sessionCookie, cookie).status(204).end()
  })
  router.get('/me', requireUser(ctx), (req, res) => {
    const { user, expiresAt, stepUp } = signedIn(req)
    const me: Me = { user, expiresAt: expiresAt.toISOString(), mode: env.HUB_MODE, stepUp }
    res.json(me)
  })
  router.patch('/me', requireUser(ctx), async (req, res) => {
    const { locale } = validate(UpdateMe, req.body)
    res.json(await updateLocale(ctx, signedIn(req).user, locale))
  })
  router.use('/two-factor', twoFactorRoutes(ctx))
  if (env.HUB_DEMO_PASSWORD && env.HUB_MODE === 'embedded')
    router.get('/demo', async (_req, res) => {
      const accounts = await listDemoAccounts(ctx.db)
      res.json({ accounts, password: env.HUB_DEMO_PASSWORD })
    })
  return router
}

function accountOf(req: Request): string {
  const typed: unknown = req.body?.login
  return `account:${typeof typed === 'string' ? typed.trim().toLowerCase().slice(0, 64) : 'none'}`
}
