import { isSame } from '../../glpi/init-session.ts'
import { apiUserId } from '../../glpi/seed/users.ts'
import type { V2Reply, V2Server } from '../call.ts'
import { oauthError } from '../v2-error.ts'
import type { Grant } from './tokens.ts'

type Form = Record<string, unknown>

const knownScopes = ['api', 'user', 'email', 'inventory', 'status', 'graphql']
const textIn = (form: Form, key: string) => (typeof form[key] === 'string' ? form[key] : '')

function scopesIn(form: Form): string[] {
  const scopes = textIn(form, 'scope').split(' ').filter(Boolean)
  const unknown = scopes.find((scope) => !knownScopes.includes(scope))
  if (unknown !== undefined) {
    throw oauthError(400, 'invalid_scope', 'The requested scope is invalid, unknown, or malformed')
  }
  return scopes
}

function grantOf(server: V2Server, form: Form): Grant {
  const { access, tokens } = server
  switch (form.grant_type) {
    case 'password':
      if (
        !isSame(textIn(form, 'username'), access.username) ||
        !isSame(textIn(form, 'password'), access.password)
      ) {
        throw oauthError(400, 'invalid_grant', 'The user credentials were incorrect.')
      }
      return { userId: apiUserId, scopes: scopesIn(form) }
    case 'client_credentials':
      return { userId: null, scopes: scopesIn(form) }
    case 'refresh_token': {
      const grant = tokens.takeRefresh(textIn(form, 'refresh_token'))
      if (grant === undefined) throw oauthError(400, 'invalid_grant', 'The refresh token is invalid.')
      return grant
    }
    default:
      throw oauthError(
        400,
        'unsupported_grant_type',
        'The authorization grant type is not supported by the authorization server.',
      )
  }
}

/** POST /token (2.1): password, client credentials or refresh token against a pair of tokens. */
export function grantToken(server: V2Server, form: Form): V2Reply {
  const { access, tokens } = server
  if (
    !isSame(textIn(form, 'client_id'), access.clientId) ||
    !isSame(textIn(form, 'client_secret'), access.clientSecret)
  ) {
    throw oauthError(401, 'invalid_client', 'Client authentication failed')
  }
  const { accessToken, refreshToken } = tokens.issue(grantOf(server, form))
  return {
    status: 200,
    body: {
      token_type: 'Bearer',
      expires_in: tokens.lifetimeSeconds,
      access_token: accessToken,
      ...(refreshToken !== null && { refresh_token: refreshToken }),
    },
  }
}
