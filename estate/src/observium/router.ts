import express, { type Request, type Response, type Router } from 'express'
import { pathSegments } from '../wire/path-segments.ts'
import { createAccess } from './access.ts'
import { readCollection, readOne } from './read.ts'
import { failure, loginPage, type ObsReply, type ObsServer } from './server.ts'
import { type TableName, tableNames } from './tables.ts'
import { writeRow } from './write.ts'

const isTable = (name: string): name is TableName => tableNames.some((table) => table === name)

function parseJson(text: unknown): { value: unknown } | undefined {
  if (typeof text !== 'string' || text === '') return { value: undefined }
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function answer(server: ObsServer, request: Request): ObsReply {
  const [api, version, entity = '', ...rest] = pathSegments(request.path)
  if (!server.isApiEnabled || api !== 'api' || version !== 'v0') return loginPage
  if (!isTable(entity)) return failure(404, `Unknown entity ${entity}`)
  const query = new URLSearchParams(request.url.split('?')[1] ?? '')
  const [id] = rest
  if (request.method === 'GET') {
    return id === undefined
      ? readCollection(server, { table: entity, query })
      : readOne(server, id, { table: entity, query })
  }
  if (request.method !== 'PUT' || id === undefined) return failure(405, 'Method not allowed')
  const body = parseJson(request.body)
  return body ? writeRow(server, { table: entity, id }, body.value) : failure(400, 'Invalid JSON')
}

function send(response: Response, { status, body, isHtml = false, headers = {} }: ObsReply): void {
  response.status(status).set(headers)
  response.set('Content-Type', isHtml ? 'text/html; charset=UTF-8' : 'application/json')
  response.send(isHtml ? body : JSON.stringify(body))
}

/** The subscription edition's REST API as an express router, to be mounted at Observium's root. */
export function observiumRouter(server: ObsServer): Router {
  const checkAccess = createAccess(server, server.clock)
  const router = express.Router()
  router.use(express.text({ type: () => true, limit: '2mb' }))
  router.use((request, response) => {
    const isApi = server.isApiEnabled && /^\/api\/v0(\/|$)/.test(request.path)
    const refusal = isApi ? checkAccess(request.get('authorization') ?? '', request.method) : undefined
    send(response, refusal ?? answer(server, request))
  })
  return router
}
