import { timingSafeEqual } from 'node:crypto'
import type { Request } from 'express'
import { type GlpiReply, type GlpiServer, ok } from './call.ts'
import { sessionView } from './endpoints/session.ts'
import { GlpiError } from './glpi-error.ts'
import { isOn, type QueryTree } from './php-query.ts'
import { apiUserId } from './seed/users.ts'

/** Compares two secrets without telling by time where they differ. */
export function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Every request names the API client; GLPI answers 400, not 401, when it is wrong. */
export function checkAppToken(server: GlpiServer, request: Request): void {
  const token = request.get('app-token')
  if (token === undefined) {
    throw new GlpiError(400, 'ERROR_APP_TOKEN_PARAMETERS_MISSING', 'Le paramètre app_token est manquant')
  }
  if (!isSame(token, server.appToken)) {
    throw new GlpiError(400, 'ERROR_WRONG_APP_TOKEN_PARAMETER', 'Le paramètre app_token semble faux')
  }
}

/** GET /initSession (1.3): a user token opens a session; logging in with a password is switched off. */
export function initSession(server: GlpiServer, request: Request, query: QueryTree): GlpiReply {
  const authorization = request.get('authorization') ?? ''
  if (/^basic /i.test(authorization)) {
    const text = "L'utilisation des identifiants de connexion est désactivée"
    throw new GlpiError(400, 'ERROR_LOGIN_WITH_CREDENTIALS_DISABLED', text)
  }
  const token = /^user_token (.+)$/i.exec(authorization)?.[1]
  if (token === undefined) {
    const text = 'Les paramètres login, password ou user_token sont manquants'
    throw new GlpiError(400, 'ERROR_LOGIN_PARAMETERS_MISSING', text)
  }
  if (!isSame(token, server.userToken)) {
    throw new GlpiError(401, 'ERROR_GLPI_LOGIN_USER_TOKEN', 'Le paramètre user_token semble invalide')
  }
  const session = server.sessions.open(apiUserId)
  const full = isOn(query, 'get_full_session') ? { session: sessionView({ server, session }) } : {}
  return ok({ session_token: session.token, ...full })
}
