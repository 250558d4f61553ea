import type { z } from 'zod'
import { ApiError, readApiError } from './api-error.ts'

export interface ApiRequest {
  body?: unknown
  /** Undefined and empty values are left out. */
  query?: Record<string, string | number | undefined>
  signal?: AbortSignal
  /** Goes out even though the page is being left. */
  keepalive?: boolean
}

type UnauthorizedListener = () => void
const unauthorizedListeners = new Set<UnauthorizedListener>()

/** Calls `listener` when the session turns out to be over; returns how to stop. */
export function onUnauthorized(listener: UnauthorizedListener): () => void {
  unauthorizedListeners.add(listener)
  return () => unauthorizedListeners.delete(listener)
}

function withQuery(path: string, query: ApiRequest['query']): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== '') params.set(key, String(value))
  }
  return params.size === 0 ? path : `${path}?${params}`
}

/**
 * One request to the API, with its answer unread: for streams. Throws ApiError for every refusal, and
 * OFFLINE when there was no answer at all. An aborted request throws the DOMException of fetch.
 */
export async function apiFetch(method: string, path: string, request: ApiRequest = {}): Promise<Response> {
  const { body, query, signal, keepalive } = request
  const response = await fetch(withQuery(path, query), {
    method,
    credentials: 'same-origin',
    signal: signal ?? null,
    keepalive: keepalive ?? false,
    headers: {
      accept: 'application/json',
      'accept-language': document.documentElement.lang,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ApiError({ status: 0, code: 'OFFLINE', message: '' }, cause)
  })
  if (response.ok) return response
  const error = await readApiError(response)
  const isSessionOver = response.status === 401 && path !== '/api/auth/login'
  if (isSessionOver) for (const listener of unauthorizedListeners) listener()
  throw error
}

async function send<S extends z.ZodType>(
  method: string,
  path: string,
  schema: S,
  request?: ApiRequest,
): Promise<z.output<S>> {
  const response = await apiFetch(method, path, request)
  const parsed = schema.safeParse(await response.json())
  if (parsed.success) return parsed.data
  throw new ApiError({ status: response.status, code: 'UNREADABLE', message: '' }, parsed.error)
}

/** Typed requests: every answer is read with its contract schema before anybody sees it. */
export const api = {
  get: <S extends z.ZodType>(path: string, schema: S, request?: ApiRequest) =>
    send('GET', path, schema, request),
  post: <S extends z.ZodType>(path: string, schema: S, body: unknown = {}) =>
    send('POST', path, schema, { body }),
  patch: <S extends z.ZodType>(path: string, schema: S, body: unknown) =>
    send('PATCH', path, schema, { body }),
  put: <S extends z.ZodType>(path: string, schema: S, body: unknown) => send('PUT', path, schema, { body }),
  delete: <S extends z.ZodType>(path: string, schema: S, body: unknown) =>
    send('DELETE', path, schema, { body }),
  /** A request whose answer has no body to read. */
  command: async (method: 'POST' | 'DELETE', path: string, body?: unknown): Promise<void> => {
    await apiFetch(method, path, body === undefined ? {} : { body })
  },
  /** A last word while the page is being left; there is nobody to tell what became of it. */
  farewell: async (method: 'DELETE', path: string): Promise<void> => {
    await apiFetch(method, path, { keepalive: true })
  },
}
