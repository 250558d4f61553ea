import { UnauthorizedError } from '@hub/contracts'
import jwt from 'jsonwebtoken'
import { expect, it } from 'vitest'
import { signAssertion, verifyAssertion } from './assertion.ts'

const secret = 'k3J9-fPq2_Lx8vRz7Tn1mWb6YcD4sHg0'
const actor = {
  type: 'user',
  userId: 'u1',
  login: 'mmartin',
  displayName: 'Marie Martin',
  accreditation: 'N1',
} as const

it('gives back what was signed', () => {
  const token = signAssertion(secret, { actor, locale: 'en', conversationId: 'c1' })
  expect(verifyAssertion(secret, token)).toEqual({ actor, locale: 'en', conversationId: 'c1' })
})

it.each([
  ['another secret', signAssertion(`${secret}x`, { actor, locale: 'fr' })],
  [
    'no signature',
    jwt.sign({ hub: { actor } }, '', { algorithm: 'none', audience: 'hub-mcp', issuer: 'hub' }),
  ],
  ['another audience', jwt.sign({ hub: { actor } }, secret, { audience: 'hub-web', issuer: 'hub' })],
  ['expired', jwt.sign({ hub: { actor } }, secret, { audience: 'hub-mcp', issuer: 'hub', expiresIn: -1 })],
  [
    'not an actor',
    jwt.sign({ hub: { actor: { type: 'root' } } }, secret, { audience: 'hub-mcp', issuer: 'hub' }),
  ],
  ['garbage', 'not-a-token'],
])('refuses %s', (_name, token) => {
  expect(() => verifyAssertion(secret, token)).toThrow(UnauthorizedError)
})
