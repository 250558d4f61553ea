import express, { type Request, type Response, type Router } from 'express'
import { pathSegments } from '../wire/path-segments.ts'
import { checkAccess } from './access.ts'
import { acknowledge, listAlerts, listRules, unmute } from './endpoints/alerts.ts'
import { listDevices, listLinks, listPorts, readDevice } from './endpoints/devices.ts'
import { readHealth } from './endpoints/health.ts'
import { failure, type LibreReply, type LibreServer, success } from './server.ts'

const noRoute = failure(404, "This API route doesn't exist.")

function read(server: LibreServer, path: string[], query: URLSearchParams): LibreReply {
  const [entity, name, part, kind, id] = path
  if (entity === 'system') return success('system', [{ local_ver: '26.8.0', db_schema: '2026_07_01' }])
  if (entity === 'rules' && name === undefined) return listRules(server)
  if (entity === 'alerts') return listAlerts(server, query, name)
  if (entity !== 'devices') return noRoute
  if (name === undefined) return listDevices(server, query)
  switch (part) {
    case undefined:
      return readDevice(server, name)
    case 'ports':
      return kind === undefined ? listPorts(server, name, query) : noRoute
    case 'links':
      return listLinks(server, name)
    case 'health':
      return readHealth(server, { device: name, kind, id })
    default:
      return noRoute
  }
}

function parsed(text: unknown): unknown {
  if (typeof text !== 'string' || text === '') return undefined
  try {
    return JSON.parse(text)
  } catch (error) {
    // PHP's json_decode gives null for what is no JSON, and goes on.
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function answer(server: LibreServer, request: Request): LibreReply {
  const [api, version, ...path] = pathSegments(request.path)
  if (api !== 'api' || version !== 'v0')
    return { status: 302, body: '', headers: { Location: `${request.baseUrl}/login` } }
  const refusal = checkAccess(server, request)
  if (refusal) return refusal
  if (request.method === 'GET')
    return read(server, path, new URLSearchParams(request.url.split('?')[1] ?? ''))
  const [entity, first = '', second] = path
  if (request.method !== 'PUT' || entity !== 'alerts') return noRoute
  const body = parsed(request.body)
  return first === 'unmute' && second !== undefined
    ? unmute(server, { id: second, body })
    : acknowledge(server, { id: first, body })
}

function send(response: Response, { status, body, headers = {} }: LibreReply): void {
  response.status(status).set({ 'Content-Type': 'application/json', ...headers })
  response.send(JSON.stringify(body, null, 4))
}

/** The `v0` API of LibreNMS as an express router, to be mounted at its root (protocol section 3). */
export function librenmsRouter(server: LibreServer): Router {
  const router = express.Router()
  router.use(express.text({ type: () => true, limit: '2mb' }))
  router.use((request, response) => send(response, answer(server, request)))
  return router
}
