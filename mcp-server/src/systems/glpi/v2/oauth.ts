import { UpstreamError } from '@hub/contracts'
import { type Clock, type HttpClient, readShape } from '@hub/kernel'
import { answerError } from './answer-error.ts'
import { OAuthRefusal, TokenAnswer } from './schemas.ts'

export interface OAuthCredentials {
  clientId: string
  clientSecret: string
  /** Absent: the client's own credentials, which GLPI 11 accepts and then gives no session. */
  account?: { username: string; password: string } | undefined
}

export interface TokenSource {
  /** A token that is good for now; asked from GLPI once, however many wait for it. */
  current(): Promise<string>
  /** A token that is not `stale`: whoever comes first asks for it, the others wait. */
  renew(stale: string): Promise<string>
  /** Forgets the tokens; GLPI has no way to end them early. */
  forget(): void
}

interface Held {
  accessToken: string
  refreshToken: string | undefined
  /** Milliseconds of the clock from which a new one is asked for. */
  renewAt: number
}

/** `user` opens the Hub's own record, which tells it what it wrote itself. */
const scope = 'api user'
const longestMarginMs = 60_000

/** OAuth tokens of the High-Level API (protocol section 2.1), renewed a little before they end. */
export function createTokenSource({
  http,
  credentials,
  clock,
}: {
  http: HttpClient
  credentials: OAuthCredentials
  clock: Clock
}): TokenSource {
  let held: Held | undefined
  let asking: Promise<Held> | undefined

  function ask(): Promise<Held> {
    const refreshToken = held?.refreshToken
    asking ??= obtain({ http, credentials, clock }, refreshToken)
      .then((fresh) => {
        held = fresh
        return fresh
      })
      .finally(() => {
        asking = undefined
      })
    return asking
  }

  async function current(): Promise<string> {
    if (asking === undefined && held !== undefined && clock.now().getTime() < held.renewAt)
      return held.accessToken
    return (await ask()).accessToken
  }

  return {
    current,
    async renew(stale) {
      if (asking === undefined && held?.accessToken === stale) held = { ...held, renewAt: 0 }
      return current()
    },
    forget() {
      held = undefined
    },
  }
}

type Sender = { http: HttpClient; credentials: OAuthCredentials; clock: Clock }

/** By the refresh token when there is one, and anew when GLPI no longer takes it. */
async function obtain(sender: Sender, refreshToken: string | undefined): Promise<Held> {
  if (refreshToken !== undefined) {
    try {
      return await requestToken(sender, { grant_type: 'refresh_token', refresh_token: refreshToken })
    } catch (error) {
      if (!(error instanceof UpstreamError) || error.reason !== 'glpi.configuration') throw error
    }
  }
  const { account } = sender.credentials
  return requestToken(
    sender,
    account === undefined
      ? { grant_type: 'client_credentials', scope }
      : { grant_type: 'password', scope, ...account },
  )
}

async function requestToken(
  { http, credentials, clock }: Sender,
  grant: Record<string, string>,
): Promise<Held> {
  const answer = await http.request({
    method: 'POST',
    path: '/token',
    body: { client_id: credentials.clientId, client_secret: credentials.clientSecret, ...grant },
    accepts: () => true,
  })
  const refusal = OAuthRefusal.safeParse(answer.data)
  if (refusal.success) throw grantRefused(refusal.data.error, answer.status)
  const error = answerError(answer)
  if (error !== undefined) throw error
  const token = readShape(TokenAnswer, answer.data, { system: 'GLPI', what: 'the token' })
  const lifeMs = token.expires_in * 1000
  return {
    accessToken: token.access_token,
    refreshToken: token.refresh_token ?? undefined,
    renewAt: clock.now().getTime() + lifeMs - Math.min(longestMarginMs, lifeMs / 10),
  }
}

const hints: Record<string, string> = {
  invalid_client: 'check GLPI_OAUTH_CLIENT_ID and GLPI_OAUTH_CLIENT_SECRET',
  invalid_grant: 'check GLPI_USERNAME and GLPI_PASSWORD',
  invalid_credentials: 'check GLPI_USERNAME and GLPI_PASSWORD',
  invalid_scope: 'allow the scopes api and user to its OAuth client',
  unauthorized_client: 'allow the grant to its OAuth client',
  unsupported_grant_type: 'allow the grant to its OAuth client',
}

/** The code alone counts: the description may repeat what was sent. */
function grantRefused(code: string, status: number): UpstreamError {
  const hint = Object.hasOwn(hints, code) ? hints[code] : 'check its OAuth client'
  return new UpstreamError(`GLPI refused the Hub a token; ${hint}`, {
    reason: 'glpi.configuration',
    params: { system: 'GLPI', status },
  })
}
