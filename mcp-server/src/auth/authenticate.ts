import { type Accreditation, type ActorAssertion, hasAccreditation, UnauthorizedError } from '@hub/contracts'
import { isSameText, verifyAssertion } from '@hub/kernel'
import type { KeyOwner } from './key-owner.store.ts'

export interface Credentials {
  assertionSecret: string
  apiKey?: ApiKey | undefined
}

/** The key of outside clients, and whose it is. */
export interface ApiKey {
  key: string
  accreditation: Accreditation
  /** Reads the person whose key it is, as they are now; null when they are gone. Unset: nobody's. */
  owner?: (() => Promise<KeyOwner | null>) | undefined
}

/**
 * Who calls: a process of the Hub that asserts an actor, or an outside client with the API key.
 * @param authorization value of the Authorization header
 * @throws UnauthorizedError; the answer does not say which part was wrong
 */
export async function authenticate(
  credentials: Credentials,
  authorization: string | undefined,
): Promise<ActorAssertion> {
  const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1]
  if (!token) throw new UnauthorizedError('An Authorization header with a bearer token is needed')
  const { apiKey } = credentials
  if (apiKey && isSameText(token, apiKey.key)) return { actor: await outsideClient(apiKey), locale: 'fr' }
  return verifyAssertion(credentials.assertionSecret, token)
}

/** A key with an owner has at most the rights of that person, and what it asks for is asked by them. */
async function outsideClient({ accreditation, owner: readOwner }: ApiKey): Promise<ActorAssertion['actor']> {
  const client = { type: 'mcp-client', clientId: 'api-key', name: 'MCP', accreditation } as const
  if (!readOwner) return client
  const owner = await readOwner()
  if (!owner) throw new UnauthorizedError('The owner of this key is not active')
  const { userId, displayName } = owner
  const lower = hasAccreditation(accreditation, owner.accreditation) ? owner.accreditation : accreditation
  return { ...client, accreditation: lower, owner: { userId, displayName } }
}
