import { createSecretKey } from 'node:crypto'
import { UnauthorizedError } from '@hub/contracts'
import jwt from 'jsonwebtoken'
import { z } from 'zod'

const Claims = z.object({ sub: z.uuid(), jti: z.uuid() })
const audience = 'hub'

/** Signs the session token (HS256). */
export function signToken(secret: string, session: { id: string; userId: string; expiresAt: Date }): string {
  const exp = Math.floor(session.expiresAt.getTime() / 1000)
  return jwt.sign({ exp }, secret, {
    algorithm: 'HS256',
    subject: session.userId,
    jwtid: session.id,
    audience,
  })
}

/**
 * @returns ids of the session and user in a token
 * @throws UnauthorizedError when it is forged, expired or of another kind
 */
export function readToken(secret: string, token: string): { sessionId: string; userId: string } {
  try {
    // of a text the library asks first whether it is a public key, which takes longer than the whole check
    const key = createSecretKey(Buffer.from(secret))
    const claims = Claims.parse(jwt.verify(token, key, { algorithms: ['HS256'], audience }))
    return { sessionId: claims.jti, userId: claims.sub }
  } catch (cause) {
    throw new UnauthorizedError('The session token is not valid', { reason: 'auth.session', cause })
  }
}
