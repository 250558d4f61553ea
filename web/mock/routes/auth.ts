import {
  LimitExceededError,
  Locale,
  LoginInput,
  type LoginResult,
  type Me,
  UnauthorizedError,
} from '@hub/contracts'
import { z } from 'zod'
import { password } from '../data/people.ts'
import type { MockRequest, Route } from '../http.ts'

const sessionMs = 8 * 3_600_000
const inEightHours = () => new Date(Date.now() + sessionMs).toISOString()

function login({ body, state, response, locale }: MockRequest): LoginResult {
  const input = LoginInput.parse(body)
  // The password "trop" plays the rate limit, so that the screen can be looked at.
  if (input.password === 'trop') throw new LimitExceededError('', { retryAfterSeconds: 42 })
  const user = state.users.find((one) => one.login === input.login)
  if (!user || input.password !== password) {
    throw new UnauthorizedError(
      locale === 'fr' ? 'Identifiant ou mot de passe incorrect.' : 'Wrong login or password.',
    )
  }
  response.setHeader('set-cookie', `hub_session=${user.login}; Path=/; HttpOnly; SameSite=Strict`)
  return { user, token: 'mock', expiresAt: inEightHours() }
}

const demo = ({ state }: MockRequest) => ({
  accounts: state.users.map(({ login, accreditation, displayName }) => ({
    login,
    accreditation,
    displayName,
  })),
  password,
})

export const authRoutes: Route = (request) => {
  const { method, path, user } = request
  if (path === '/api/auth/login') return login(request)
  if (path === '/api/auth/demo') return demo(request)
  if (!user) return undefined
  if (path === '/api/auth/logout') {
    request.response.setHeader('set-cookie', 'hub_session=; Path=/; Max-Age=0')
    return {}
  }
  if (path !== '/api/auth/me') return undefined
  if (method === 'PATCH') {
    user.locale = z.object({ locale: Locale }).parse(request.body).locale
    return user
  }
  return { user, expiresAt: inEightHours(), mode: 'embedded', stepUp: 'password' } satisfies Me
}
