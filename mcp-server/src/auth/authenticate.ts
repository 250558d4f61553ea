import { type Accreditation, type ActorAssertion, UnauthorizedError } from '@hub/contracts'
import { isSameText, verifyAssertion } from '@hub/kernel'

export interface Credentials {
  assertionSecret: string
  apiKey?: { key: string; accreditation: Accreditation } | undefined
}

/**
 * Who calls: a process of the Hub that asserts an actor, or an outside client with the API key.
 * @param authorization value of the Authorization header
 * @throws UnauthorizedError; the answer does not say which part was wrong
 */
export function authenticate(credentials: Credentials, authorization: string | undefined): ActorAssertion {
  const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1]
  if (!token) throw new UnauthorizedError('An Authorization header with a bearer token is needed')
  const { apiKey } = credentials
  if (apiKey && isSameText(token, apiKey.key))
    return {
      actor: { type: 'mcp-client', clientId: 'api-key', name: 'MCP', accreditation: apiKey.accreditation },
      locale: 'fr',
    }
  return verifyAssertion(credentials.assertionSecret, token)
}
