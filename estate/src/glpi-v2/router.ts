import express, { type Request, type Response, type Router } from 'express'
import { parsePhpQuery } from '../glpi/php-query.ts'
import type { GlpiSession } from '../glpi/sessions.ts'
import type { V2Call, V2Reply, V2Server } from './call.ts'
import { grantToken } from './oauth/grant-token.ts'
import { routes } from './routes.ts'
import { invalidToken, rightMissing, unauthenticated, V2Error } from './v2-error.ts'

const noRoute: V2Reply = { status: 404, body: null }

function bodyOf(request: Request): Record<string, unknown> {
  const text = typeof request.body === 'string' ? request.body : ''
  if (text === '') return {}
  if (request.get('content-type') !== 'application/json') return { ...parsePhpQuery(text) }
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body === 'object' && body !== null) return { ...body }
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
  }
  throw new V2Error(400, { status: 'ERROR', title: 'Invalid JSON body', detail: null })
}

/**
 * A request has no session of its own: its entities come from its headers (2.2), else the root alone. An entity that
 * cannot be opened is passed over in silence.
 */
function sessionOf({ glpi }: V2Server, request: Request, userId: number): GlpiSession {
  const entity = request.get('glpi-entity') ?? ''
  const isGiven = /^\d+$/.test(entity) && glpi.db.find('Entity', Number(entity)) !== undefined
  return {
    token: '',
    userId,
    activeEntity: isGiven ? Number(entity) : 0,
    isRecursive: isGiven && request.get('glpi-entity-recursive')?.toLowerCase() === 'true',
    lastUsedAt: 0,
  }
}

function grantOf(server: V2Server, request: Request) {
  const authorization = request.get('authorization')
  if (authorization === undefined || /^basic /i.test(authorization)) return undefined
  const grant = server.tokens.find(/^bearer (.+)$/i.exec(authorization)?.[1] ?? '')
  if (grant === undefined) throw invalidToken('Access token could not be verified')
  return grant
}

function answer(server: V2Server, request: Request): V2Reply {
  const path = request.path.replace(/^\/v2(?:\.\d+){0,2}(?=\/|$)/, '')
  const body = bodyOf(request)
  if (path === '/token') return request.method === 'POST' ? grantToken(server, body) : noRoute
  const grant = grantOf(server, request)
  for (const { method, path: pattern, handle, scope } of routes) {
    const match = method === request.method ? pattern.exec(path) : null
    if (match === null) continue
    // A token of client credentials is good but opens no session: GLPI then says "not authenticated".
    if (grant === undefined || grant.userId === null) throw unauthenticated()
    if (!grant.scopes.includes(scope)) throw rightMissing()
    const call: V2Call = {
      server,
      query: parsePhpQuery(request.url.split('?')[1] ?? ''),
      body,
      glpi: {
        server: server.glpi,
        session: sessionOf(server, request, grant.userId),
        method,
        path: [],
        query: {},
        body,
        isSanitised: false,
        baseUrl: '',
      },
    }
    return handle(call, ...match.slice(1)) ?? noRoute
  }
  return noRoute
}

function send(response: Response, { status, body, headers = {} }: V2Reply): void {
  response.status(status).set(headers)
  if (status === 404 && body === null) response.end()
  else response.type('application/json').send(JSON.stringify(body))
}

/** The High-Level API of GLPI 11 as an express router, to be mounted at `api.php`. */
export function glpiV2Router(server: V2Server): Router {
  const router = express.Router()
  router.use(express.text({ type: () => true, limit: '20mb' }))
  router.use((request, response) => {
    try {
      send(response, answer(server, request))
    } catch (error) {
      if (!(error instanceof V2Error)) throw error
      send(response, { status: error.status, body: error.body })
    }
  })
  return router
}
