import express, { type Request, type Response, type Router } from 'express'
import { pathSegments } from '../wire/path-segments.ts'
import type { GlpiReply, GlpiServer } from './call.ts'
import { dispatch } from './dispatch.ts'
import { GlpiError } from './glpi-error.ts'
import { checkAppToken, initSession } from './init-session.ts'
import { parsePhpQuery } from './php-query.ts'

function parseBody(request: Request): Record<string, unknown> {
  const text = typeof request.body === 'string' ? request.body : ''
  if (request.method === 'GET' && text !== '') {
    throw new GlpiError(400, 'ERROR_JSON_PAYLOAD_FORBIDDEN', 'Les requêtes GET ne doivent pas avoir de corps')
  }
  const contentType = request.get('content-type')
  if (text === '' || (contentType !== undefined && !contentType.includes('application/json'))) return {}
  try {
    const parsed: unknown = JSON.parse(text)
    const isObject = typeof parsed === 'object' && parsed !== null
    return isObject ? Object.fromEntries(Object.entries(parsed).map(toSwitch)) : {}
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
    throw new GlpiError(400, 'ERROR_JSON_PAYLOAD_INVALID', 'Le corps de la requête est un JSON invalide')
  }
}

/** At the top level the words true and false become booleans. */
function toSwitch([key, value]: [string, unknown]): [string, unknown] {
  return [key, value === 'true' ? true : value === 'false' ? false : value]
}

function sessionOf(server: GlpiServer, request: Request) {
  const token = request.get('session-token')
  if (token === undefined) {
    throw new GlpiError(400, 'ERROR_SESSION_TOKEN_MISSING', 'Le paramètre session_token est manquant')
  }
  const session = server.sessions.touch(token)
  if (!session)
    throw new GlpiError(401, 'ERROR_SESSION_TOKEN_INVALID', 'Le paramètre session_token semble invalide')
  return session
}

function answer(server: GlpiServer, request: Request, baseUrl: string): GlpiReply {
  const body = parseBody(request)
  const query = parsePhpQuery(request.url.split('?')[1] ?? '')
  const path = pathSegments(request.path)
  checkAppToken(server, request)
  if (path[0] === 'initSession') return initSession(server, request, query)
  const isSanitised = request.get('x-glpi-sanitized-content') !== 'false'
  const session = sessionOf(server, request)
  return dispatch({ server, session, method: request.method, path, query, body, isSanitised, baseUrl })
}

function send(response: Response, { status, body, headers = {} }: GlpiReply): void {
  response.status(status).set({ 'Content-Type': 'application/json; charset=UTF-8', ...headers })
  response.send(body === null ? '' : JSON.stringify(body))
}

function errorReply(error: GlpiError, baseUrl: string): GlpiReply {
  const { status, code, detail } = error
  const hint = `; voir la documentation dans votre navigateur à l'adresse ${baseUrl}/#${code}`
  const isText = typeof detail === 'string' && !code.startsWith('ERROR_GLPI_')
  return { status, body: [code, isText ? `${detail}${hint}` : detail] }
}

/** The legacy REST API of GLPI 10 as an express router, to be mounted at `apirest.php`. */
export function glpiRouter(server: GlpiServer): Router {
  const router = express.Router()
  router.use(express.text({ type: () => true, limit: '20mb' }))
  router.use((request, response) => {
    response.set('Access-Control-Expose-Headers', 'content-type, content-range, accept-range')
    if (request.method === 'OPTIONS') {
      response.status(200).end()
      return
    }
    const baseUrl = `${request.protocol}://${request.get('host')}${request.baseUrl}`
    try {
      send(response, answer(server, request, baseUrl))
    } catch (error) {
      if (!(error instanceof GlpiError)) throw error
      send(response, errorReply(error, baseUrl))
    }
  })
  return router
}
