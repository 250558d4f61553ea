import { ErrorBody } from '@hub/contracts'
import { z } from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import type { DocumentedRoute } from './documented-route.ts'
import { documentedRoutes } from './routes.ts'

const jsonOf = <T>(schema: T) => ({ content: { 'application/json': { schema } } })

/** The OpenAPI description of the API, generated from the contracts. */
export function openApiDocument() {
  const paths: ZodOpenApiPathsObject = {}
  for (const route of documentedRoutes)
    paths[route.path] = { ...paths[route.path], [route.method]: describeRoute(route) }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Hub API',
      version: '0.1.0',
      description:
        'Errors everywhere: {error: {code, message, reason?, fields?, requestId}}. Lists: {items, nextCursor}. Live events: WebSocket /api/safeguard/ws (N1) and /api/supervision/ws (N3).',
    },
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'hub_session' },
      },
    },
    paths,
  })
}

const fileForm = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object' as const,
        required: ['file'],
        properties: { file: { type: 'string' as const, format: 'binary' } },
      },
    },
  },
}

function describeRoute(route: DocumentedRoute): ZodOpenApiOperationObject {
  return {
    summary: route.summary,
    tags: [route.tag],
    security: route.isPublic ? [] : [{ bearer: [] }, { cookie: [] }],
    requestParams: { path: pathParameters(route.path), ...(route.query ? { query: route.query } : {}) },
    ...(route.body ? { requestBody: { required: true, ...jsonOf(route.body) } } : {}),
    ...(route.takesFile ? { requestBody: fileForm } : {}),
    responses: {
      ...describeAnswer(route),
      default: { description: 'Refused or failed', ...jsonOf(ErrorBody) },
    },
  }
}

function pathParameters(path: string): z.ZodObject {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [String(name), z.string()] as const)
  return z.object(Object.fromEntries(names))
}

function describeAnswer({ answer }: DocumentedRoute): ZodOpenApiOperationObject['responses'] {
  if (!answer || answer.status === 204) return { '204': { description: 'Done' } }
  if ('media' in answer) {
    const content = { [answer.media]: { schema: { type: 'string' as const } } }
    return { '200': { description: 'Done', content } }
  }
  if ('schema' in answer)
    return { [`${answer.status as 200}`]: { description: 'Done', ...jsonOf(answer.schema) } }
  return {}
}
