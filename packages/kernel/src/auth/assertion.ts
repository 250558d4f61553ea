import { ActorAssertion, UnauthorizedError } from '@hub/contracts'
import jwt from 'jsonwebtoken'

const audience = 'hub-mcp'
const issuer = 'hub'
const lifeSeconds = 60

/** Signs who acts for one call to the MCP server; valid for a minute. */
export function signAssertion(secret: string, assertion: ActorAssertion): string {
  return jwt.sign({ hub: assertion }, secret, {
    algorithm: 'HS256',
    audience,
    issuer,
    expiresIn: lifeSeconds,
  })
}

/**
 * @returns the assertion in `token`
 * @throws UnauthorizedError when it is forged, expired, meant for somebody else or not an assertion
 */
export function verifyAssertion(secret: string, token: string): ActorAssertion {
  try {
    const payload = jwt.verify(token, secret, { algorithms: ['HS256'], audience, issuer })
    return ActorAssertion.parse(typeof payload === 'object' ? payload.hub : undefined)
  } catch (cause) {
    throw new UnauthorizedError('The actor assertion is not valid', { cause })
  }
}
