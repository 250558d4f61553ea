import { randomBytes } from 'node:crypto'
import type { Clock } from '../../clock.ts'

/** Who a token speaks for; a token of client credentials has no user. */
export interface Grant {
  userId: number | null
  scopes: readonly string[]
}

export interface IssuedTokens {
  accessToken: string
  refreshToken: string | null
}

export interface Tokens {
  readonly lifetimeSeconds: number
  issue(grant: Grant): IssuedTokens
  /** The grant of a live access token, or undefined. */
  find(accessToken: string): Grant | undefined
  /** Takes a refresh token out of use and gives its grant; undefined when unknown. */
  takeRefresh(refreshToken: string): Grant | undefined
  /** Ends every access token; refresh tokens stay good. */
  expireAll(): void
  /** Ends everything that was issued. */
  revokeAll(): void
  /** How many times tokens were issued. */
  issued(): number
}

/** Access tokens that live `lifetimeSeconds` and the refresh tokens beside them (protocol section 2.1). */
export function createTokens(clock: Clock, lifetimeSeconds: number): Tokens {
  const access = new Map<string, Grant & { until: number }>()
  const refresh = new Map<string, Grant>()
  let issued = 0
  const random = () => randomBytes(24).toString('base64url')
  return {
    lifetimeSeconds,
    issue(grant) {
      issued += 1
      const accessToken = random()
      access.set(accessToken, { ...grant, until: clock().getTime() + lifetimeSeconds * 1000 })
      if (grant.userId === null) return { accessToken, refreshToken: null }
      const refreshToken = random()
      refresh.set(refreshToken, grant)
      return { accessToken, refreshToken }
    },
    find(accessToken) {
      const grant = access.get(accessToken)
      return grant !== undefined && grant.until > clock().getTime() ? grant : undefined
    },
    takeRefresh(refreshToken) {
      const grant = refresh.get(refreshToken)
      refresh.delete(refreshToken)
      return grant
    },
    expireAll: () => access.clear(),
    revokeAll() {
      access.clear()
      refresh.clear()
    },
    issued: () => issued,
  }
}
