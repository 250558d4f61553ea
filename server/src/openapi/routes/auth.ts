import {
  ConfirmTwoFactor,
  LoginInput,
  LoginResult,
  Me,
  PasswordProof,
  RecoveryCodes,
  TwoFactor,
  TwoFactorEnrolment,
  User,
} from '@hub/contracts'
import { z } from 'zod'
import { UpdateMe } from '../../modules/auth/index.ts'
import { type DocumentedRoute, ok } from '../documented-route.ts'

const DemoAccounts = z.object({ accounts: z.array(User), password: z.string() })

const twoFactor: DocumentedRoute[] = [
  {
    method: 'get',
    path: '/api/auth/two-factor',
    tag: 'auth',
    summary: 'Whether an authenticator is enrolled, and how many recovery codes are left.',
    answer: ok(TwoFactor),
  },
  {
    method: 'post',
    path: '/api/auth/two-factor/start',
    tag: 'auth',
    summary:
      'Get the secret of a new authenticator, once; it counts after a code confirms it within 10 minutes.',
    body: PasswordProof,
    answer: ok(TwoFactorEnrolment),
  },
  {
    method: 'post',
    path: '/api/auth/two-factor/confirm',
    tag: 'auth',
    summary: 'Confirm the authenticator; answers ten recovery codes, once.',
    body: ConfirmTwoFactor,
    answer: ok(RecoveryCodes),
  },
  {
    method: 'post',
    path: '/api/auth/two-factor/recovery-codes',
    tag: 'auth',
    summary: 'Replace the recovery codes, with the password and a code.',
    body: PasswordProof,
    answer: ok(RecoveryCodes),
  },
  {
    method: 'post',
    path: '/api/auth/two-factor/end',
    tag: 'auth',
    summary: 'Remove the authenticator, with the password and a code.',
    body: PasswordProof,
    answer: ok(TwoFactor),
  },
]

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
  ...twoFactor,
]
