import { LoginInput, LoginResult, Me, User } from '@hub/contracts'
import { z } from 'zod'
import { UpdateMe } from '../../modules/auth/index.ts'
import { type DocumentedRoute, ok } from '../documented-route.ts'

const DemoAccounts = z.object({ accounts: z.array(User), password: z.string() })

export const authRoutes: DocumentedRoute[] = [
  {
    method: 'post',
    path: '/api/auth/login',
    tag: 'auth',
    summary:
      'Open a session. The same answer for an unknown login and a wrong password; 5 failures a minute.',
    body: LoginInput,
    answer: ok(LoginResult),
    isPublic: true,
  },
  {
    method: 'post',
    path: '/api/auth/logout',
    tag: 'auth',
    summary: 'End the session on every replica.',
    answer: { status: 204 },
  },
  { method: 'get', path: '/api/auth/me', tag: 'auth', summary: 'Who is signed in.', answer: ok(Me) },
  {
    method: 'patch',
    path: '/api/auth/me',
    tag: 'auth',
    summary: 'Choose the language.',
    body: UpdateMe,
    answer: ok(User),
  },
  {
    method: 'get',
    path: '/api/auth/demo',
    tag: 'auth',
    summary: 'The demo accounts; only in embedded mode with a demo password.',
    answer: ok(DemoAccounts),
    isPublic: true,
  },
]
